import { UPGRADE } from '../../views/texts.ts';
import { answerMarkdown } from '../../views/upgrade/answer-markdown.ts';
import type { AnswerView, NoticeView } from '../../views/upgrade/answer-view.ts';
import { drawSection } from './draw-section.ts';
import { button, element } from './element.ts';
import type { Ticks } from './ticks.ts';

/** All that changes between two versions. */
export function drawAnswer(view: AnswerView, ticks: Ticks): HTMLElement[] {
  const { title, notices, summary, sections } = view;
  return [
    element('h2', title, { id: 'answer-title', tabindex: '-1' }),
    ...notices.map(drawNotice),
    element('p', summary, { class: 'summary' }),
    drawTools(view),
    ...(sections.length > 2 ? [drawContents(view)] : []),
    ...sections.map((section) => drawSection(section, ticks)),
  ];
}

const SIGNS = { danger: '⊘ ', caution: '! ', quiet: '' } as const;

function drawNotice({ kind, text, link }: NoticeView): HTMLElement {
  const sign = kind === 'quiet' ? null : element('span', SIGNS[kind], { 'aria-hidden': 'true' });
  const way = link === null ? [] : [' ', element('a', link.text, { href: link.href })];
  return element('p', [sign, text, ...way], { class: kind === 'quiet' ? 'told' : `banner ${kind}` });
}

function drawContents({ sections }: AnswerView): HTMLElement {
  const links = sections.map(({ id, heading, count }) =>
    element('li', [
      element('a', [`${heading} `, element('span', String(count), { class: 'count' })], {
        href: `#answer-${id}`,
      }),
    ]),
  );
  return element('nav', [element('ul', links)], {
    'aria-label': UPGRADE.answer.contents,
    class: 'answer-contents',
  });
}

function drawTools(view: AnswerView): HTMLElement {
  const { link, markdown } = UPGRADE.tools;
  return element(
    'p',
    [
      button(link, (own) => copy(own, location.href)),
      ' ',
      button(markdown, (own) => copy(own, answerMarkdown(view, location.href))),
      element('span', '', { role: 'status' }),
    ],
    { class: 'tools' },
  );
}

function copy(own: HTMLElement, text: string): void {
  const { copied, notCopied } = UPGRADE.tools;
  const status = own.parentElement?.querySelector('[role=status]');
  const tell = (word: string): void => {
    if (status) status.textContent = ` ${word}`;
  };
  void navigator.clipboard.writeText(text).then(
    () => tell(copied),
    () => tell(notCopied),
  );
}
