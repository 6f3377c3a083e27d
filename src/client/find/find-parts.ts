/** What the search works on. */
export interface FindParts {
  form: HTMLFormElement;
  words: HTMLInputElement;
  boxes: HTMLInputElement[];
  sort: HTMLSelectElement;
  filters: HTMLDetailsElement;
  chosen: HTMLElement;
  status: HTMLElement;
  advice: HTMLElement;
  hits: HTMLOListElement;
  more: HTMLButtonElement;
  clear: HTMLButtonElement;
}

/** The search of this page; null where it has none. */
export function findParts(): FindParts | null {
  const form = document.querySelector<HTMLFormElement>('form#find');
  const found = document.querySelector<HTMLElement>('.find-found');
  const words = form?.querySelector<HTMLInputElement>('input[name=q]');
  const filters = form?.querySelector<HTMLDetailsElement>('details.find-filters');
  const chosen = filters?.querySelector<HTMLElement>('.find-chosen');
  const sort = found?.querySelector('select');
  const status = found?.querySelector<HTMLElement>('.find-status');
  const advice = found?.querySelector<HTMLElement>('.find-advice');
  const hits = found?.querySelector<HTMLOListElement>('ol.hits');
  const more = found?.querySelector<HTMLButtonElement>('.find-more');
  const clear = found?.querySelector<HTMLButtonElement>('.find-clear');
  if (!form || !words || !filters || !chosen || !sort || !status) return null;
  if (!advice || !hits || !more || !clear) return null;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  return { form, words, boxes, sort, filters, chosen, status, advice, hits, more, clear };
}
