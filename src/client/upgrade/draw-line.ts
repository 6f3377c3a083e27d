import { UPGRADE } from '../../views/texts.ts';
import type { LineView } from '../../views/upgrade/answer-view.ts';
import { element, rendered } from './element.ts';

const words = UPGRADE.answer;

/** What an entry says, the release that brought it, and what else is to be known. */
export function drawLine({ html, words: marks, ...line }: LineView): (Node | string)[] {
  const { modules, notes, workaroundHtml, version, href } = line;
  return [
    ...marks.flatMap(({ kind, sign, text }) => [
      element('span', [element('span', sign, { 'aria-hidden': 'true' }), ` ${text}`], {
        class: `mark ${kind}`,
      }),
      ' ',
    ]),
    rendered(html, { class: 'prose' }),
    ...(workaroundHtml === null ? [] : [drawWorkaround(workaroundHtml)]),
    element(
      'p',
      [
        ...modules.map((name) => element('span', name, { class: 'module' })),
        element('a', words.of(version), { href }),
        ...notes.map((text) => element('span', text)),
      ].flatMap((part) => [part, ' ']),
      { class: 'facts' },
    ),
  ];
}

function drawWorkaround(html: string): HTMLElement {
  return element('div', [element('strong', words.workaround), rendered(html, { class: 'prose' })], {
    class: 'workaround',
  });
}
