/** What is looked for: all of the words, and side by side where they were asked in quotation marks. */
export interface AskedWords {
  words: readonly string[];
  sideBySide: boolean;
}

/** Pagefind leaves these out, of words and of questions. */
const ONLY_PUNCTUATION = /^[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]*$/u;

/** The words of a question; null where nothing is asked but filters. */
export function askedWords(question: string): AskedWords | null {
  if (question.trim() === '') return null;
  const words = question.split(/\s+/).filter((word) => !ONLY_PUNCTUATION.test(word));
  return { words: [...new Set(words)], sideBySide: /^\s*".+"\s*$/.test(question) };
}
