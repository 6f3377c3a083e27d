import { fenced } from '../../../src/markdown/change-body.ts';
import { foreignText } from '../../parse/github/values.ts';

/** More than any error needs; Helm and Argo CD put whole manifests into theirs. */
const LONGEST = 4000;

/** A source's own words as the body of a record, in a fence that nothing in them can close; "" where there are none. */
export function quoted(words: string): string {
  const text = foreignText(words);
  if (text === '') return '';
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return fenced(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()} …` : text);
}

/** One line of ours that names a stranger's thing: what it is called must not break the line. */
export function named(text: string): string {
  const characters = [...foreignText(text).replace(/\s+/g, ' ')];
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : characters.join('');
}
