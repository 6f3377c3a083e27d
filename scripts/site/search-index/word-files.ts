import { itemId } from '../../../src/notes/search/shard-files.ts';
import type { CborValue } from './cbor.ts';
import { packed } from './packed-file.ts';
import { addIndex, type IndexFacts, readIndex } from './pagefind-index.ts';
import type { Files } from './pagefind-service.ts';
import { type WrittenWord, wordChunks } from './word-chunks.ts';

/** Questions have no space within a word. */
const END_OF_WORD = ' ';

/**
 * A shard's index of words, as Pagefind's 1.5 reads it, but for what would make it matter which other items share the
 * shard for what is found, and for how well it matches:
 * - pages have our own names and one length: the average length is another one in each shard;
 * - words end with a space: a word that a shard does not have would be looked for there by its first letters;
 * - words are cut into other chunks: what begins with a question may stand in a chunk that Pagefind does not load.
 */
export function wordFiles(
  words: readonly WrittenWord[],
  facts: IndexFacts,
  shard: string,
  items: number,
): Files {
  const files = new Map<string, Uint8Array>();
  const cut = wordChunks(words).map(({ from, to, words }): CborValue => {
    const ended = words.map(([word, ...found]): CborValue => [word + END_OF_WORD, ...found]);
    const chunk = packed([[...ended]]);
    files.set(`index/${chunk.hash}.pf_index`, chunk.file);
    return [from, to, chunk.hash];
  });
  const named = Array.from({ length: items }, (_, item): CborValue => [itemId(shard, item), 1]);
  addIndex(files, facts, named, cut);
  return files;
}

/** What runs in the browser, with an index of nothing: all that is found is in shards. */
export function runtimeFiles(raw: Files): Files {
  const needed = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];
  const files = new Map(needed.map((name) => [name, raw.get(name) ?? new Uint8Array()]));
  addIndex(files, { ...readIndex(raw), fields: [] }, [], []);
  return files;
}
