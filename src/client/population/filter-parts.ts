import { type ChangeFilter, FACETS } from '../../views/population/change-filter.ts';

/** What the filter works on. */
export interface FilterParts {
  form: HTMLFormElement;
  questions: HTMLSelectElement[];
  answer: HTMLOutputElement;
  rows: HTMLElement;
  /** Takes the focus when other rows come. */
  region: HTMLElement;
  turn: HTMLElement;
  previous: HTMLButtonElement;
  next: HTMLButtonElement;
  /** The way to the changes for which the page has no room. */
  rest: HTMLElement | null;
}

/** The filter of this page; null where it has none. */
export function filterParts(): FilterParts | null {
  const form = document.querySelector<HTMLFormElement>('form#filter');
  const answer = form?.querySelector('output');
  const rows = document.querySelector<HTMLElement>('table.changes tbody');
  const region = rows?.closest<HTMLElement>('.scroll');
  const turn = document.getElementById('turn');
  const [previous, next] = turn?.querySelectorAll('button') ?? [];
  if (!form || !answer || !rows || !region || !turn || !previous || !next) return null;
  const rest = document.getElementById('rest');
  const questions = [...form.querySelectorAll('select')];
  return { form, questions, answer, rows, region, turn, previous, next, rest };
}

/** What the questions are answered with. */
export function askedFilter({ questions }: Pick<FilterParts, 'questions'>): ChangeFilter {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const value = questions.find(({ name }) => name === facet)?.value ?? '';
      return value === '' ? [] : [[facet, value]];
    }),
  );
}

/** Answers the questions as an address does; what no question offers is left out. */
export function askAs(search: string, { questions }: FilterParts): void {
  const asked = new URLSearchParams(search);
  for (const question of questions) {
    question.value = asked.get(question.name) ?? '';
    if (question.selectedIndex < 0) question.value = '';
  }
}
