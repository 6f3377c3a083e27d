import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WordChunk, type WrittenWord, wordChunks } from './word-chunks.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'ü', '𝒜', '1'),
  minLength: 1,
  maxLength: 4,
});

/** What Pagefind 1.5 loads for a question: chunks in whose range it is, or else those with its beginning. */
function loadedFor(question: string, chunks: readonly WordChunk[]): WordChunk[] {
  const strict = chunks.filter(({ from, to }) => !isBefore(question, from) && !isBefore(to, question));
  const cut = (text: string, other: string) => [...text].slice(0, [...other].length).join('');
  const loose = chunks.filter(
    ({ from, to }) =>
      !isBefore(cut(question, from), cut(from, question)) && !isBefore(cut(to, question), cut(question, to)),
  );
  return strict.length > 0 ? strict : loose;
}

/** In the order of their bytes, as Pagefind compares. */
function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

test('all that begins with a question is loaded, and no word is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 60 }), letters, fc.nat(40), (some, question, large) => {
      const words = some.sort((a, b) => (isBefore(a, b) ? -1 : 1)).map((word): WrittenWord => [word, [1]]);
      const chunks = wordChunks(words, large);
      expect(chunks.flatMap((chunk) => chunk.words)).toEqual(words);
      const loaded = loadedFor(question, chunks).flatMap((chunk) => chunk.words);
      expect(loaded).toEqual(expect.arrayContaining(words.filter(([word]) => word.startsWith(question))));
      if ([...question].length > 1) expect(loadedFor(question, chunks).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});
