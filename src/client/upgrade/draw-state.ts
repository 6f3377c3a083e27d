import { UPGRADE } from '../../views/texts.ts';
import { button, element } from './element.ts';

/** A sentence in the place of an answer. */
export function drawWords(text: string): HTMLElement {
  return element('p', text, { class: 'told', tabindex: '-1' });
}

/** How far reading is; the number of all is 0 where it is not known yet. */
export function drawProgress(place: HTMLElement, text: string, done: number, all: number): void {
  const known = all === 0 ? {} : { value: String(done), max: String(all) };
  const bar = element('progress', [], { ...known, 'aria-label': UPGRADE.state.loading });
  const before = place.querySelector('.progress');
  const made = element('p', [bar, ' ', text], { class: 'progress' });
  if (before === null) place.replaceChildren(made);
  else before.replaceWith(made);
}

/** What went wrong, and the way to try again. */
export function drawFailure(place: HTMLElement, again: () => void): void {
  const { failed, retry } = UPGRADE.state;
  const sign = element('span', '⊘ ', { 'aria-hidden': 'true' });
  place.replaceChildren(
    element('p', [sign, failed, ' ', button(retry, again)], { class: 'banner danger', role: 'alert' }),
  );
}
