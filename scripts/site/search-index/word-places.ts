import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { encodeCbor, pushList, pushNumber } from './cbor.ts';
import { cutWords, type IndexWord, META_FIELDS } from './vocabulary.ts';
import type { WrittenWord } from './word-chunks.ts';

/** A record cut into what is said in it: in its text, and in its metadata field by field. */
export interface CutRecord {
  content: readonly string[];
  meta: readonly (readonly string[])[];
}

/** Cuts a record. */
export function cutRecord({ content, meta }: SearchRecord): CutRecord {
  return { content: cutWords(content), meta: META_FIELDS.map((field) => cutWords(meta[field])) };
}

/** All that is said in records, each thing once. */
export function saidIn(records: readonly CutRecord[]): Set<string> {
  const all = new Set<string>();
  for (const { content, meta } of records) {
    for (const one of content) all.add(one);
    for (const said of meta) for (const one of said) all.add(one);
  }
  return all;
}

/** All words by which records are found, in their order, with where they stand. `wordsOf` tells words of what is said. */
export function wordPlaces(
  records: readonly CutRecord[],
  wordsOf: (said: string) => readonly IndexWord[],
): WrittenWord[] {
  const words = new Map<string, FoundWord>();
  for (const [page, { content, meta }] of records.entries()) {
    const open: Places[] = [];
    for (const [place, said] of content.entries())
      for (const one of wordsOf(said)) addContent(openedIn(words, one, open), one.weight, place);
    for (const [field, said] of meta.entries())
      for (const [place, text] of said.entries())
        for (const one of wordsOf(text)) addMeta(openedIn(words, one, open), field, place);
    for (const places of open) endPage(places, page);
  }
  return inOrder(words).map(([word, found]) => written(word, found));
}

interface FoundWord {
  plain: Places;
  /** By how it is written. */
  forms: Map<string, Places> | null;
}

/** Where a word stands. */
interface Places {
  pages: number;
  lastPage: number;
  /** Pages that were read, as Pagefind writes them. */
  bytes: number[];
  isOpen: boolean;
  /** Of the page that is read: weights, each with a place. */
  content: number[];
  /** Of the page that is read: fields as negative numbers, each with its places by how far they are from another. */
  meta: number[];
  field: number;
  lastPlace: number;
}

/** The places of a word, which are among the open ones from then on. */
function openedIn(words: Map<string, FoundWord>, { word, form }: IndexWord, open: Places[]): Places {
  let found = words.get(word);
  if (found === undefined) {
    found = { plain: noPlaces(), forms: null };
    words.set(word, found);
  }
  const places = form === null ? found.plain : placesOfForm(found, form);
  if (!places.isOpen) open.push(places);
  places.isOpen = true;
  return places;
}

function placesOfForm(found: FoundWord, form: string): Places {
  found.forms ??= new Map();
  const places = found.forms.get(form) ?? noPlaces();
  found.forms.set(form, places);
  return places;
}

function noPlaces(): Places {
  return {
    ...{ pages: 0, lastPage: 0, bytes: [], isOpen: false, content: [], meta: [] },
    ...{ field: -1, lastPlace: 0 },
  };
}

function addContent({ content }: Places, weight: number, place: number): void {
  content.push(weight, place);
}

function addMeta(places: Places, field: number, place: number): void {
  if (places.field !== field) {
    places.meta.push(-1 - field);
    places.field = field;
    places.lastPlace = 0;
  }
  places.meta.push(place - places.lastPlace);
  places.lastPlace = place;
}

function endPage(places: Places, page: number): void {
  const { bytes, content, meta } = places;
  pushList(3, bytes);
  pushNumber(page - places.lastPage, bytes);
  pushNumbers(byWeight(content), bytes);
  pushNumbers(meta, bytes);
  places.pages += 1;
  places.lastPage = page;
  places.isOpen = false;
  content.length = 0;
  meta.length = 0;
  places.field = -1;
}

function pushNumbers(numbers: readonly number[], bytes: number[]): void {
  pushList(numbers.length, bytes);
  for (const number of numbers) pushNumber(number, bytes);
}

/** Weights as negative numbers, each with its places: the first as it is, others by how far they are from another. */
function byWeight(content: readonly number[]): number[] {
  const pairs: { weight: number; place: number }[] = [];
  for (let at = 0; at < content.length; at += 2)
    pairs.push({ weight: content[at] ?? 0, place: content[at + 1] ?? 0 });
  // Most words stand in one place.
  if (pairs.length > 1) pairs.sort((one, other) => one.weight - other.weight || one.place - other.place);
  const numbers: number[] = [];
  let last = { weight: Number.NaN, place: 0 };
  for (const one of pairs) {
    if (one.weight === last.weight) numbers.push(one.place - last.place);
    else numbers.push(-1 - one.weight, one.place);
    last = one;
  }
  return numbers;
}

function written(word: string, { plain, forms }: FoundWord): WrittenWord {
  const others = inOrder(forms ?? new Map<string, Places>());
  return [word, pagesOf(plain), encodeCbor(others.map(([form, places]) => [form, pagesOf(places)]))];
}

function pagesOf({ pages, bytes }: Places): Uint8Array {
  const head: number[] = [];
  pushList(pages, head);
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  return all;
}

/** By the order of their bytes, in which Pagefind looks for them. */
function inOrder<Value>(words: ReadonlyMap<string, Value>): [string, Value][] {
  const keyed = [...words].map((entry) => ({ entry, key: Buffer.from(entry[0]).toString('latin1') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}
