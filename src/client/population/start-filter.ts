import { isWanted, searchOf } from '../../views/population/change-filter.ts';
import type { ChangesData } from '../../views/population/changes-data.ts';
import { newestFirst } from '../../views/population/newest-first.ts';
import { CHANGE_FILTER } from '../../views/population-texts.ts';
import { changeElement } from './change-elements.ts';
import { askAs, askedFilter, type FilterParts, filterParts } from './filter-parts.ts';
import { filteredCsv } from './filtered-csv.ts';
import { readChanges, readCsv, readOnce } from './read-changes.ts';
import { saveFile } from './save-file.ts';

/** Rows that are in the page at once, however many are wanted. */
const WINDOW = 50;

/** A filter at work: its parts, the rows that the page came with, and all changes, fetched when first asked for. */
interface Filtering {
  parts: FilterParts;
  own: readonly Element[];
  data(): Promise<ChangesData>;
}

/** Lets the filter of the page work. Its questions are in the address, so that one can send what one sees. */
export function startFilter(): void {
  const parts = filterParts();
  if (parts === null) return;
  const { form } = parts;
  const data = readOnce(() => readChanges(form.dataset['changes'] ?? ''));
  const filtering = { parts, own: [...parts.rows.children], data };
  form.querySelector('fieldset')?.removeAttribute('disabled');
  listen(filtering);
  askAs(location.search, parts);
  if (searchOf(askedFilter(parts)) === '') return;
  form.scrollIntoView();
  void show(filtering, 0);
}

function listen(filtering: Filtering): void {
  const { parts } = filtering;
  parts.form.addEventListener('change', () => void ask(filtering));
  parts.form.querySelector('[name=clear]')?.addEventListener('click', () => {
    askAs('', parts);
    void ask(filtering);
  });
  parts.form.querySelector('[name=download]')?.addEventListener('click', () => void download(filtering));
  parts.previous.addEventListener('click', () => void turn(filtering, -WINDOW));
  parts.next.addEventListener('click', () => void turn(filtering, WINDOW));
}

async function ask(filtering: Filtering): Promise<void> {
  const search = searchOf(askedFilter(filtering.parts));
  history.replaceState(null, '', `${location.pathname}${search}`);
  await show(filtering, 0);
}

async function turn(filtering: Filtering, by: number): Promise<void> {
  const { region, turn: place } = filtering.parts;
  await show(filtering, Math.max(0, Number(place.dataset['from'] ?? 0) + by));
  region.focus({ preventScroll: true });
  region.scrollIntoView();
}

/** What is asked while all changes are on their way counts, not what was asked before. */
async function show(filtering: Filtering, from: number): Promise<void> {
  await told(filtering, async () => {
    if (searchOf(askedFilter(filtering.parts)) === '') return showOwn(filtering);
    const { rows } = await filtering.data();
    const filter = askedFilter(filtering.parts);
    if (searchOf(filter) === '') return showOwn(filtering);
    const wanted = newestFirst(rows.filter((row) => isWanted(row, filter)));
    const to = Math.min(from + WINDOW, wanted.length);
    showWindow(filtering.parts, { from, to, count: wanted.length });
    filtering.parts.rows.replaceChildren(...wanted.slice(from, to).map(changeElement));
    const range = wanted.length > WINDOW ? CHANGE_FILTER.range(from + 1, to) : '';
    return CHANGE_FILTER.found(wanted.length, rows.length) + range;
  });
}

function showOwn({ parts, own }: Filtering): string {
  parts.rows.replaceChildren(...own);
  parts.turn.hidden = true;
  if (parts.rest !== null) parts.rest.hidden = false;
  return '';
}

function showWindow(
  { turn: place, previous, next, rest }: FilterParts,
  { from, to, count }: { from: number; to: number; count: number },
): void {
  place.dataset['from'] = String(from);
  place.hidden = count <= WINDOW;
  previous.disabled = from === 0;
  next.disabled = to === count;
  if (rest !== null) rest.hidden = true;
}

async function download(filtering: Filtering): Promise<void> {
  const { answer, form } = filtering.parts;
  const before = answer.value;
  await told(filtering, async () => {
    const data = await filtering.data();
    const filter = askedFilter(filtering.parts);
    const places = data.rows.flatMap((row, place) => (isWanted(row, filter) ? [place] : []));
    const whole = await readCsv(form.dataset['csv'] ?? '');
    saveFile(CHANGE_FILTER.file, await filteredCsv(whole, data, { places, filter }));
    return before;
  });
}

/** Says what comes of some work, or why nothing does. */
async function told({ parts }: Filtering, work: () => Promise<string>): Promise<void> {
  parts.answer.value = CHANGE_FILTER.loading;
  try {
    parts.answer.value = await work();
  } catch (error) {
    parts.answer.value = CHANGE_FILTER.failed(error instanceof Error ? error.message : String(error));
  }
}
