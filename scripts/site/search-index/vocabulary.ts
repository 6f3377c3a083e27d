import { z } from 'zod';
import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import type { CborValue } from './cbor.ts';
import { type IndexFacts, readIndex } from './pagefind-index.ts';
import type { PagefindService } from './pagefind-service.ts';

/** A word of the index by which something that was said is found. */
export interface IndexWord {
  form: WordForm;
  /** How much it counts: parts of what was said count less. */
  weight: number;
}

/** A word as it may be written. There is one of each in a vocabulary. */
export interface WordForm {
  word: string;
  /** As it is written with accents; null for the word itself. */
  accented: string | null;
}

/** Which words of the index stand for what is said. */
export interface Vocabulary {
  /** Asks about what is not known yet. Gives what Pagefind says of its indexes. */
  learn(said: readonly string[]): Promise<IndexFacts>;
  /** The words for something that was asked about. */
  of(said: string): readonly IndexWord[];
}

const PageSchema = z.tuple([z.int(), z.array(z.int()), z.array(z.int())]);
const FormSchema = z.tuple([z.string(), z.array(PageSchema)]);
const WordSchema = z.tuple([z.string(), z.array(PageSchema), z.array(FormSchema)]);
const WordsSchema = z.tuple([z.array(WordSchema)]);

/** A weight that Pagefind leaves out. */
const WEIGHT_UNSAID = 25;

/** Pagefind takes it out of what is said, and what is nothing else has no place. */
const NO_SPACE = /\u200b/g;

/** Names of a record's metadata, in Pagefind's order. */
export const META_FIELDS = ['date', 'product', 'section', 'title', 'version'] as const satisfies MetaField[];
type MetaField = keyof SearchRecord['meta'];
/** Metadata that says nothing. */
export const NO_META = Object.fromEntries(META_FIELDS.map((field) => [field, ''])) as SearchRecord['meta'];

/** What is said in a text, cut as Pagefind cuts it. */
export function cutWords(text: string): string[] {
  const said = text.replace(NO_SPACE, '').split(/\p{White_Space}+/u);
  return said.filter((one) => one !== '');
}

/**
 * Learns words from Pagefind. What it makes of something that is said does not depend on what stands beside it, and the
 * same few things are said over and over: it is asked about each of them once.
 */
export function vocabulary(pagefind: PagefindService): Vocabulary {
  const known = new Map<string, IndexWord[]>();
  const forms: Forms = new Map();
  let facts: IndexFacts | null = null;
  return {
    async learn(said) {
      const unknown = said.filter((one) => !known.has(one));
      if (facts !== null && unknown.length === 0) return facts;
      const index = readIndex(await pagefind.index([recordOf(unknown)]));
      const learned = unknown.map((): IndexWord[] => []);
      for (const words of index.words) addWords(words, forms, learned);
      for (const [place, one] of unknown.entries()) known.set(one, learned[place] ?? []);
      facts = index;
      return index;
    },
    of: (said) => known.get(said) ?? [],
  };
}

/** A record that says all of this, each in its own place. */
function recordOf(said: readonly string[]): SearchRecord {
  // What begins with three of these may be a command to Pagefind: other marks mean the same, and never are.
  const harmless = said.map((one) => one.replace(/^___/, '---'));
  return {
    // Without any word it would not be taken.
    ...{ url: '/', content: [...harmless, 'word'].join(' '), language: 'en' },
    meta: NO_META,
  };
}

function addWords(file: CborValue, forms: Forms, learned: readonly IndexWord[][]): void {
  const [words] = WordsSchema.parse(file);
  for (const [word, pages, others] of words) {
    for (const [, places] of pages) addPlaces(places, formOf(forms, word, null), learned);
    for (const [accented, pages] of others)
      for (const [, places] of pages) addPlaces(places, formOf(forms, word, accented), learned);
  }
}

type Forms = Map<string, WordForm>;

function formOf(forms: Forms, word: string, accented: string | null): WordForm {
  // No word has a space within.
  const key = accented === null ? word : `${word} ${accented}`;
  const form = forms.get(key) ?? { word, accented };
  forms.set(key, form);
  return form;
}

/** Places are told by how far each is from the one before; a negative number is a weight, and the next place whole. */
function addPlaces(places: readonly number[], form: WordForm, learned: readonly IndexWord[][]): void {
  let [weight, place] = [WEIGHT_UNSAID, 0];
  for (const number of places) {
    if (number < 0) [weight, place] = [-1 - number, 0];
    else {
      place += number;
      learned[place]?.push({ form, weight });
    }
  }
}
