import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { encodeCbor, pushList, pushNumber } from './cbor.ts';
import { cutWords, type IndexWord, META_FIELDS, type WordForm } from './vocabulary.ts';
import type { WrittenWord } from './word-chunks.ts';

/** Records cut into what is said in them. */
export interface CutRecords {
  /** All that is said, each thing once. */
  said: readonly string[];
  /** What each record says, by numbers of the list: in its text, and in its metadata field by field. */
  records: readonly { content: readonly number[]; meta: readonly (readonly number[])[] }[];
}

/** Cuts records. */
export function cutRecords(records: readonly SearchRecord[]): CutRecords {
  const numbers = new Map<string, number>();
  const numberOf = (one: string): number => {
    const known = numbers.get(one);
    if (known !== undefined) return known;
    numbers.set(one, numbers.size);
    return numbers.size - 1;
  };
  const cut = (text: string): number[] => cutWords(text).map(numberOf);
  // Versions, dates and names are those of many records.
  const fields = new Map<string, number[]>();
  const cutField = (text: string): number[] => {
    const known = fields.get(text) ?? cut(text);
    fields.set(text, known);
    return known;
  };
  const all = records.map(({ content, meta }) => ({
    content: cut(content),
    meta: META_FIELDS.map((field) => cutField(meta[field])),
  }));
  return { said: [...numbers.keys()], records: all };
}

/** All words by which records are found, in their order, with where they stand. `wordsOf` tells words of what is said. */
export function wordPlaces(
  { said, records }: CutRecords,
  wordsOf: (said: string) => readonly IndexWord[],
): WrittenWord[] {
  const words = said.map(wordsOf);
  const found = new Map<WordForm, Places>();
  for (const [page, { content, meta }] of records.entries()) {
    const open: Places[] = [];
    content.forEach((one, place) => {
      for (const { form, weight } of words[one] ?? [])
        openedIn(found, form, open).content.push(weight, place);
    });
    meta.forEach((texts, field) => {
      texts.forEach((one, place) => {
        for (const { form } of words[one] ?? []) addMeta(openedIn(found, form, open), field, place);
      });
    });
    for (const places of open) endPage(places, page);
  }
  return inOrder(Map.groupBy(found, ([{ word }]) => word)).map(([word, forms]) => written(word, forms));
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

/** The places of a form, which are among the open ones from then on. */
function openedIn(found: Map<WordForm, Places>, form: WordForm, open: Places[]): Places {
  let places = found.get(form);
  if (places === undefined) {
    places = noPlaces();
    found.set(form, places);
  }
  if (!places.isOpen) open.push(places);
  places.isOpen = true;
  return places;
}

function noPlaces(): Places {
  return {
    ...{ pages: 0, lastPage: 0, bytes: [], isOpen: false, content: [], meta: [] },
    ...{ field: -1, lastPlace: 0 },
  };
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
  const [weight = 0, place = 0] = content;
  // Most words stand in one place.
  if (content.length === 2) return [-1 - weight, place];
  const pairs: { weight: number; place: number }[] = [];
  for (let at = 0; at < content.length; at += 2)
    pairs.push({ weight: content[at] ?? 0, place: content[at + 1] ?? 0 });
  pairs.sort((one, other) => one.weight - other.weight || one.place - other.place);
  const numbers: number[] = [];
  let last = { weight: Number.NaN, place: 0 };
  for (const one of pairs) {
    if (one.weight === last.weight) numbers.push(one.place - last.place);
    else numbers.push(-1 - one.weight, one.place);
    last = one;
  }
  return numbers;
}

function written(word: string, forms: readonly [WordForm, Places][]): WrittenWord {
  const plain = forms.find(([{ accented }]) => accented === null)?.[1] ?? noPlaces();
  const others = new Map(
    forms.flatMap(([{ accented }, places]) => (accented === null ? [] : [[accented, places]])),
  );
  const accented = inOrder(others).map(([form, places]) => [form, pagesOf(places)]);
  return [word, pagesOf(plain), encodeCbor(accented)];
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
