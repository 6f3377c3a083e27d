import { versionGroups } from '../../views/upgrade/version-groups.ts';
import { element } from './element.ts';
import type { ProductReleases } from './read-documents.ts';

/** The two ends of a choice. */
export const ENDS = ['from', 'to'] as const;
export type End = (typeof ENDS)[number];

/** What a reader asks for; empty where nothing was chosen. */
export type Asked = Record<End, string>;

/** What the address asks for; null where it does not name an end. */
export function askedByAddress(): Record<End, string | null> {
  const asked = new URLSearchParams(location.search);
  return { from: asked.get('from'), to: asked.get('to') };
}

/** What the form asks for. */
export function askedByForm(form: HTMLFormElement): Asked {
  return { from: selectOf(form, 'from').value, to: selectOf(form, 'to').value };
}

/** Keeps a choice in the address, so that it can be handed on. */
export function keepInAddress({ from, to }: Asked): void {
  history.replaceState(null, '', `?${new URLSearchParams({ from, to })}`);
}

/** Shows a version as chosen. A version of another year than the one shown needs the releases. */
export function choose(
  form: HTMLFormElement,
  end: End,
  version: string,
  releases: ProductReleases | null,
): void {
  const year = releases?.lineage.find(version)?.date.slice(0, 4);
  const years = yearsOf(form, end);
  if (years !== null && releases !== null && year !== undefined && years.value !== year) {
    years.value = year;
    showYear(form, end, releases);
  }
  const select = selectOf(form, end);
  select.value = version;
  if (select.selectedIndex === -1) select.value = '';
}

/** The select of the year, where a product has too many versions for one list. */
export function yearsOf(form: HTMLFormElement, end: End): HTMLSelectElement | null {
  return form.querySelector(`[data-year="${end}"]`);
}

/** Fills the versions of the chosen year in. */
export function showYear(form: HTMLFormElement, end: End, { product }: ProductReleases): void {
  const year = yearsOf(form, end)?.value;
  const select = selectOf(form, end);
  const group = versionGroups(product.releases, product.latest, 'year').find(({ name }) => name === year);
  const [nothing] = select.options;
  const options = (group?.versions ?? []).map(({ version, text }) =>
    element('option', text, { value: version }),
  );
  select.replaceChildren(...(nothing?.value === '' ? [nothing] : []), ...options);
}

function selectOf(form: HTMLFormElement, end: End): HTMLSelectElement {
  return form.elements.namedItem(end) as HTMLSelectElement;
}
