import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { type CborValue, decodeCbor } from './cbor.ts';
import { readIndex } from './pagefind-index.ts';
import { type PagefindService, pagefindService } from './pagefind-service.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';
import { cutRecords, wordPlaces } from './word-places.ts';

let pagefind: PagefindService;
let words: Vocabulary;

beforeAll(async () => {
  pagefind = pagefindService();
  words = vocabulary(pagefind);
});

afterAll(() => pagefind.end());

function recordOf(number: number, content: string, meta: Partial<SearchRecord['meta']>): SearchRecord {
  const empty = { title: '', product: '', version: '', date: '', section: '' };
  return { url: `/${number}`, content, language: 'en', meta: { ...empty, ...meta } };
}

/** What Pagefind's own index of records says. */
async function theirs(records: readonly SearchRecord[]): Promise<CborValue[]> {
  const { words: files } = readIndex(await pagefind.index(records));
  return files.flatMap((file) => (file as [[string, CborValue, [string, CborValue][]][]])[0]).map(settled);
}

/** What ours says. */
async function ours(records: readonly SearchRecord[]): Promise<CborValue[]> {
  const cut = cutRecords(records);
  await words.learn(cut.said);
  return wordPlaces(cut, words.of).map(([word, pages, forms]) =>
    settled([
      word,
      decodeCbor(pages as Uint8Array),
      decodeCbor(forms as Uint8Array) as [string, CborValue][],
    ]),
  );
}

/** Forms of a word have the order in which they come up with one of us. */
function settled([word, pages, forms]: [string, CborValue, [string, CborValue][]]): CborValue {
  return [word, pages, forms.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))];
}

const SAID = [
  ...[
    'the',
    'lamps',
    'Lamp',
    'LAMP',
    'flickering',
    'flicker’s',
    'running',
    'Lámpara',
    'lampara',
    'Crème-brûlée',
  ],
  ...['crème', 'creme', 'CVE-2026-90101', '#195', 'v1.40.0', '2026-09-28T10:00:00+00:00', 'getWordFiles()'],
  ...[
    'a-a',
    'a_b_c_d',
    '--all',
    '—',
    '¶',
    '…',
    '[link](/a/b?c=d)',
    'ǅ',
    'İstanbul',
    'straße',
    'STRASSE',
    'ﬁne',
  ],
  ...[
    '日本語',
    '한국어',
    'русский',
    '🌦️',
    'cloud🌦️cannon',
    '👨‍👩‍👧‍👦',
    '4️⃣',
    '𝒜bc',
    'e\u0301te\u0301',
    'a\u200bb',
    '\u200b',
    'x\u00ady',
  ],
  ...[
    '_',
    '__',
    '__init__',
    'snake_case',
    'camelCase',
    'HTTPServer',
    "don't",
    'l’été',
    '½',
    'ª',
    '\u00a0',
    '\u0085',
    '\ufeff',
  ],
];
const said = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SAID) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  ),
  { maxLength: 12 },
);
const text = said.map((some) => some.join(' '));
// Pagefind makes commands of what begins with these: that is what ours is better at.
const harmless = text.filter((one) => !one.includes('___'));
// It cuts these out of texts, and not out of metadata.
const clean = harmless.map((one) => one.replaceAll('\u200b', ''));
const record = fc.tuple(
  harmless,
  fc.record({ title: clean, product: clean, version: clean, section: clean }),
);

test('words and where they stand are what Pagefind’s own index has', () =>
  fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (some) => {
      // What has no word has no page with Pagefind.
      const records = some.map(([content, meta], number) => recordOf(number, `${content} end`, meta));
      expect(await ours(records)).toEqual(await theirs(records));
    }),
    { numRuns: 50 },
  ));

test('a word that is said often, and weighs differently, stands in all its places', async () => {
  const content = Array.from({ length: 700 }, (_, at) =>
    at % 3 === 0 ? 'lamp' : `lamp-${at % 2}-lamp`,
  ).join(' ');
  const records = Array.from({ length: 70 }, (_, at) =>
    recordOf(at, at % 9 === 0 ? content : 'A lamp', { title: 'Lamp, lamp: lámpara-lamp', product: 'lamps' }),
  );
  expect(await ours(records)).toEqual(await theirs(records));
});

test('nothing that is said is a command to Pagefind', async () => {
  const plain = [recordOf(0, 'a PAGEFIND_WEIGHT___9 lamp', {})];
  const command = [recordOf(0, 'a ___PAGEFIND_WEIGHT___9 lamp', { title: '' })];
  expect(await ours(command)).toEqual(await ours(plain));
  expect(await ours([recordOf(0, 'a ___END_PAGEFIND_WEIGHT___ lamp', {})])).toHaveLength(6);
});

test('a record without any word is no reason to fail', async () => {
  expect(await ours([recordOf(0, '— ___', {}), recordOf(1, '', {})])).toEqual([]);
  const [word] = await ours([recordOf(0, '—', {}), recordOf(1, 'lamp', {})]);
  expect(word).toEqual(['lamp', [[1, [-25, 0], []]], []]);
});
