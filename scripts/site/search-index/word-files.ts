import { z } from 'zod';
import { itemId } from '../../../src/notes/search/shard-files.ts';
import { Fault } from '../../../src/records/fault.ts';
import type { CborValue } from './cbor.ts';
import { packed, unpacked } from './packed-file.ts';
import type { Files } from './pagefind-service.ts';
import { type WrittenWord, wordChunks } from './word-chunks.ts';

const EntrySchema = z.looseObject({
  languages: z.strictObject({ en: z.looseObject({ hash: z.string(), page_count: z.int() }) }),
});

const AnySchema = z.custom<CborValue>();
const PageSchema = z.tuple([z.string(), z.int()]);
const ChunkSchema = z.tuple([z.string(), z.string(), z.string()]);
/** Version, pages, chunks of words, filters, orders, names of metadata. */
const MetaSchema = z.tuple([
  z.string(),
  z.array(PageSchema),
  z.array(ChunkSchema),
  z.array(AnySchema),
  z.array(AnySchema),
  z.array(z.string()),
]);
type Meta = z.infer<typeof MetaSchema>;
const WordSchema = z.tuple([z.string()], AnySchema);
const WordsSchema = z.tuple([z.array(WordSchema)]);

/** Words themselves are in a list of lists of lists; where each of them stands is below. */
const WORDS_DEPTH = 2;

/** Questions have no space within a word. */
const END_OF_WORD = ' ';

/**
 * A shard's index of words, made of Pagefind's 1.5 so that what is found, and how well it matches, does not depend on
 * which other items share the shard:
 * - pages have our own names and one length: the average length is another one in each shard;
 * - words end with a space: a word that a shard does not have would be looked for there by its first letters;
 * - words are cut into other chunks: what begins with a question may stand in a chunk that Pagefind does not load.
 */
export function wordFiles(raw: Files, shard: string, items: number): Files {
  const { entry, meta } = indexOf(raw);
  const [version, pages, chunks, , , fields] = meta;
  if (pages.length !== items)
    throw new Fault(`the search index has ${pages.length} of ${items} records`, {
      hint: 'Two of them may have one address, or one has no word.',
    });
  const files = new Map<string, Uint8Array>();
  const words = chunks.flatMap(([, , hash]) => wordsIn(raw.get(`index/${hash}.pf_index`)));
  const cut = wordChunks(words).map(({ from, to, words }): CborValue => {
    const ended = words.map(([word, ...found]): CborValue => [word + END_OF_WORD, ...found]);
    const chunk = packed([[...ended]]);
    files.set(`index/${chunk.hash}.pf_index`, chunk.file);
    return [from, to, chunk.hash];
  });
  const named = pages.map((_, item): CborValue => [itemId(shard, item), 1]);
  addIndex(files, entry, [version, named, cut, [], [], fields]);
  return files;
}

/** What runs in the browser, with an index of nothing: all that is found is in shards. */
export function runtimeFiles(raw: Files): Files {
  const { entry, meta } = indexOf(raw);
  const needed = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];
  const files = new Map(needed.map((name) => [name, raw.get(name) ?? new Uint8Array()]));
  addIndex(files, entry, [meta[0], [], [], [], [], []]);
  return files;
}

type Entry = z.infer<typeof EntrySchema>;

function indexOf(raw: Files): { entry: Entry; meta: Meta } {
  const entry = EntrySchema.parse(
    JSON.parse(new TextDecoder().decode(raw.get('pagefind-entry.json'))) as unknown,
  );
  const meta = MetaSchema.parse(unpacked(raw.get(metaName(entry.languages.en.hash))));
  return { entry, meta };
}

function wordsIn(chunk: Uint8Array | undefined): WrittenWord[] {
  const [words] = WordsSchema.parse(unpacked(chunk, WORDS_DEPTH));
  return words;
}

function addIndex(files: Map<string, Uint8Array>, entry: Entry, meta: CborValue): void {
  const { hash, file } = packed(meta);
  files.set(metaName(hash), file);
  const { en } = entry.languages;
  const settled = { ...entry, languages: { en: { ...en, hash } } };
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify(settled)));
}

function metaName(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}
