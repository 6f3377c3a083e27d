import { factMistakes } from './facts.ts';
import { idMistakes } from './ids.ts';
import { linkMistakes } from './links.ts';
import { byLine, type Mistake } from './mistake.ts';
import type { NoteText } from './note-text.ts';
import { titleMistakes } from './titles.ts';
import { repeatedWords } from './words.ts';

/** Everything in a note that is not as its readers need it, in the order of the lines. */
export function proofread(note: NoteText): Mistake[] {
  return [
    ...idMistakes(note),
    ...linkMistakes(note),
    ...titleMistakes(note),
    ...factMistakes(note),
    ...repeatedWords(note),
  ].sort(byLine);
}
