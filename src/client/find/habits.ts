import { ask, askedIn } from './asked-form.ts';
import type { FindParts } from './find-parts.ts';

/** Answers what the form asks: as a step that one can go back from, or in the place of the last one. */
type AnswerForm = (how: 'step' | 'instead') => void;

/** Time in milliseconds that somebody may take between two letters. */
const PAUSE = 250;

/** Words are answered while they are typed; boxes and the order at once. */
export function listenToForm(parts: FindParts, answer: AnswerForm): void {
  const { form, words, sort, clear } = parts;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = (how: 'step' | 'instead'): void => {
    clearTimeout(waiting);
    answer(how);
  };
  words.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => answer('instead'), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now('step');
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== words) now('step');
  });
  sort.addEventListener('change', () => now('step'));
  clear.addEventListener('click', () => {
    ask({ words: '', chosen: {}, newest: askedIn(parts).newest }, parts);
    now('step');
    words.focus();
  });
}

/**
 * Control and "/" go to the field, Escape empties it. A key alone would be pressed by whoever dictates or slips
 * (WCAG 2.2, success criterion 2.1.4).
 */
export function listenToKeys({ words }: FindParts, answer: AnswerForm): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || !event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    words.focus();
    words.select();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || words.value === '') return;
    event.preventDefault();
    words.value = '';
    answer('step');
  });
}

/** Filters stand open beside the results where there is room, and folded above them elsewhere. */
export function foldFilters({ filters }: FindParts): void {
  const wide = matchMedia('(min-width: 52rem)');
  const fold = (): void => {
    filters.open = wide.matches;
  };
  fold();
  wide.addEventListener('change', fold);
}
