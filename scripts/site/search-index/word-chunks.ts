import type { CborValue } from './cbor.ts';

/** A word with where it stands, as it is written. */
export type WrittenWord = [string, ...CborValue[]];

/** Words that are loaded together, and the range of questions that Pagefind loads them for. */
export interface WordChunk {
  from: string;
  to: string;
  words: WrittenWord[];
}

/** Bytes up to which words are joined. */
const LARGE = 12_000;
const LAST = '\u{10ffff}';

/**
 * Cuts words, which are in order, so that all that begins with two letters is in one chunk, and none has words of two
 * first letters: Pagefind loads one chunk for a question, and all of a letter for a letter by itself, for which no
 * range must be right.
 */
export function wordChunks(words: readonly WrittenWord[], large = LARGE): WordChunk[] {
  const groups = [...Map.groupBy(words, ([word]) => beginningOf(word))];
  const chunks: (WordChunk & { bytes: number })[] = [];
  for (const [beginning, group] of groups) {
    const [bytes, last] = [weightOf(group), chunks.at(-1)];
    const [letter = ''] = beginning;
    const alone = beginning === letter;
    const joins = last?.from.startsWith(letter) && last.bytes + bytes <= large;
    if (last === undefined || !joins)
      chunks.push({ from: alone ? `${letter}\0` : beginning, to: '', words: [], bytes: 0 });
    const chunk = chunks.at(-1);
    if (chunk === undefined) continue;
    chunk.words.push(...group);
    chunk.bytes += bytes;
    chunk.to = beginning + (alone ? '\0' : LAST);
  }
  return chunks;
}

function beginningOf(word: string): string {
  const [first = '', second = ''] = word;
  return first + second;
}

function weightOf(words: readonly WrittenWord[]): number {
  return words.reduce((sum, [word, ...found]) => {
    const bytes = found.map((one) => (one instanceof Uint8Array ? one.length : 1));
    return sum + word.length + bytes.reduce((all, size) => all + size, 0);
  }, 0);
}
