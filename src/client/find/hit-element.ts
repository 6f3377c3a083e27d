import { type ItemMark, itemMarks } from '../../views/find/item-marks.ts';
import { dayOf } from '../../views/time-view.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import type { ShownHit } from './search.ts';

/** A hit as the page shows it: where it is from, its marks, and its words as the link to it. */
export function hitElement(hit: ShownHit): HTMLLIElement {
  const { address, content, places, title, gone, marks } = hit;
  const item = element('li', 'hit');
  const { runs, names } = excerptOf(content, places);
  const said = runs.map(({ text }) => text).join(' ');
  const whole = hit.whole && said !== title;
  const link = element('a', 'hit-words');
  link.setAttribute('href', address);
  link.append(...(whole || said === '' ? [title] : runElements(runs)));
  const shownMarks = itemMarks({ gone, facets: marks });
  item.append(originElement(hit), ...shownMarks.flatMap((mark) => [markElement(mark), ' ']), link);
  if (whole && said !== '') item.append(paragraph('hit-more', ...runElements(runs)));
  if (names.length > 0) item.append(paragraph('hit-names', ...names.flatMap((name) => [marked(name), ' '])));
  return item;
}

function originElement({ product, version, date, section }: ShownHit): Element {
  const time = element('time', '', dayOf(date).shown);
  time.setAttribute('datetime', date);
  const label = section === '' ? [] : [' ', element('span', 'label', section)];
  const name = element('span', 'version', `${product} ${version}`);
  return paragraph('hit-origin', name, ' ', time, ...label);
}

function markElement({ classes, sign, text }: ItemMark): Element {
  const made = element('span', classes);
  const drawn = element('span', '', sign);
  drawn.setAttribute('aria-hidden', 'true');
  made.append(drawn, ` ${text}`);
  return made;
}

function runElements(runs: Excerpt['runs']): (Element | string)[] {
  return runs.flatMap(({ text, matches }) => [matches ? marked(text) : text, ' ']).slice(0, -1);
}

function marked(text: string): Element {
  return element('mark', '', text);
}

function paragraph(classes: string, ...children: (Element | string)[]): Element {
  const made = element('p', classes);
  made.append(...children);
  return made;
}

/** Words go in as text: they come from whoever wrote a change. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  classes: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (classes !== '') made.className = classes;
  if (text !== undefined) made.textContent = text;
  return made;
}
