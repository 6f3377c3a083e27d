import type { RecordField, VerbOption } from '../guide/reference.ts';
import { GUIDE } from './guide-texts.ts';

/** What else there is to know of an option. */
export function optionFacts({ needed, repeatable, choices, default: taken }: VerbOption): string[] {
  const words = GUIDE.commands;
  return [
    ...(needed ? [words.needed] : []),
    ...(repeatable ? [words.repeatable] : []),
    ...(choices === undefined ? [] : [words.choices(choices)]),
    ...(taken === undefined ? [] : [words.taken(taken)]),
  ];
}

/** What may stand in a field, and whether it has to be there. */
export function fieldForm({ type, needed, default: taken }: RecordField): string {
  if (needed) return type;
  const words = GUIDE.records;
  return `${type} (${taken === undefined ? words.optional : words.taken(taken)})`;
}

/** "Read what was proposed" of "read what was proposed". */
export function asSentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}

/** Lines of a terminal are cut where it ends: what goes on in the next one does so here in the same. */
export function unwrappedLines(text: string): string {
  return text.replaceAll(/([^\n]{85,})\n(?=\S)/g, '$1 ');
}
