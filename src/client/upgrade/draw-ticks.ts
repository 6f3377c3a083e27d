import { UPGRADE } from '../../views/texts.ts';
import { keyOf } from '../../views/upgrade/answer-lines.ts';
import type { SectionView } from '../../views/upgrade/answer-view.ts';
import { drawLine } from './draw-line.ts';
import { button, element, rendered } from './element.ts';
import { inPortions } from './portions.ts';
import type { Ticks } from './ticks.ts';

const words = UPGRADE.ticks;

/** Items that are shown at once. */
const AT_ONCE = 40;

/** Something to be ticked off. */
interface ToDo {
  key: string;
  content: (Node | string)[];
}

/** What is to be done as a list to be ticked off, each note's prose as one item of it. */
export function drawTicks(section: SectionView, ticks: Ticks): (Node | null)[] {
  const items = toDos(section);
  const keys = items.map(({ key }) => key);
  const list = element('ul', [], { class: 'entries' });
  const count = element('output', '', { class: 'count' });
  const tell = (): void => {
    count.textContent = words.done(keys.filter((key) => ticks.has(key)).length, keys.length);
  };
  list.addEventListener('change', tell);
  tell();
  const reset = button(words.reset, () => {
    ticks.clear(keys);
    for (const box of list.querySelectorAll<HTMLInputElement>('[type=checkbox]')) box.checked = false;
    tell();
  });
  const more = inPortions(items, AT_ONCE, list, (item, index) => drawToDo(item, `to-do-${index}`, ticks));
  return [
    list,
    more,
    element('p', [count, ' ', reset, ' ', element('span', words.local, { class: 'quiet' })], {
      class: 'ticked',
    }),
  ];
}

function toDos({ prose, lines }: SectionView): ToDo[] {
  const told = prose.map(({ version, address, html }) => ({
    key: keyOf(null, version, 'prose'),
    content: [
      rendered(html, { class: 'prose' }),
      element('p', [element('a', UPGRADE.answer.of(version), { href: address })], { class: 'facts' }),
    ],
  }));
  return [...told, ...lines.map((line) => ({ key: line.key, content: drawLine(line) }))];
}

function drawToDo({ key, content }: ToDo, id: string, ticks: Ticks): HTMLElement {
  const box = element('input', [], { type: 'checkbox', 'aria-labelledby': id });
  box.checked = ticks.has(key);
  box.addEventListener('change', () => ticks.set(key, box.checked));
  return element('li', [box, element('div', content, { id })], { class: 'entry tick' });
}
