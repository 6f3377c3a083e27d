import { COMPARE } from '../../views/compare-texts.ts';
import { drawComparison } from './draw-comparison.ts';
import { element } from './element.ts';
import { readComparison } from './read-comparison.ts';

/** Lets a reader choose two releases, and keeps the choice in the address: `?from=1.9.0&to=1.10.0`. */
export function compareOnPage(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-compare]');
  const place = document.querySelector<HTMLElement>('#comparison');
  if (form === null || place === null) return;
  for (const field of form.querySelectorAll<HTMLInputElement>('input, button')) field.disabled = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new URLSearchParams([fieldOf(form, 'from'), fieldOf(form, 'to')]);
    history.replaceState(null, '', `?${chosen}`);
    void show(form, place);
  });
  void showLinked(form, place);
}

/** Shows what the address asks for. */
async function showLinked(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  for (const name of ['from', 'to']) inputOf(form, name).value = asked.get(name) ?? '';
  if (asked.has('from') && asked.has('to')) await show(form, place);
}

async function show(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const { compare = '', steps = '' } = form.dataset;
  const [, from] = fieldOf(form, 'from');
  const [, to] = fieldOf(form, 'to');
  try {
    const read = await readComparison({ compare, steps }, from, to);
    place.replaceChildren(...(typeof read === 'string' ? [element('p', [read])] : drawComparison(read)));
  } catch {
    place.replaceChildren(element('p', [COMPARE.failed]));
  }
}

function fieldOf(form: HTMLFormElement, name: string): [name: string, value: string] {
  return [name, inputOf(form, name).value.trim()];
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
