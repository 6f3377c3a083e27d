import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const COMMON = remark().freeze();
const GITHUB = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** Whatever GitHub's extensions find has one of these: bare addresses, footnotes, boxes, strikes and tables. */
const EXTENDED = /[@[~|]|www\.|:\/\/|:-|-:/i;

/** One line of words: nothing in it means anything in markdown. */
const WORDS = /^\p{L}[\p{L}\p{N} ,.;:!?'"()/%$#=+^{}–—…-]*$/u;

/** Reads CommonMark (https://spec.commonmark.org/0.31.2/). */
export function parseCommon(text: string): Root {
  return COMMON.parse(text);
}

/**
 * Reads GitHub Flavored Markdown (https://github.github.com/gfm/), but takes single tildes for what they are. Most texts
 * hold nothing that only GitHub knows: to set its extensions up costs more than to read such a text.
 */
export function parseGithub(text: string): Root {
  return EXTENDED.test(text) ? GITHUB.parse(text) : COMMON.parse(text);
}

/** A text that is one line of words as parsers would read it; null for any other, which may still be such a line. */
export function plainLine(text: string): string | null {
  const line = text.trimEnd();
  // Other white space than these is a part of the words.
  if (/[^ \n]/.test(text.slice(line.length))) return null;
  return WORDS.test(line) && !EXTENDED.test(line) ? line : null;
}
