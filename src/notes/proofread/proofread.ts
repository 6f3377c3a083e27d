import { factMistakes } from './facts.ts';
import { idMistakes } from './ids.ts';
import { linkMistakes } from './links.ts';
import { byLine, type Mistake } from './mistake.ts';
import type { NoteText } from './note-text.ts';
import { titleMistakes } from './titles.ts';
import { repeatedWords } from './words.ts';

/** Everything in a note that is not as its readers need it, in the order of the lines. */
export function proofread(note: NoteText): Mistake[] {
  // Words from before this tool are kept to the letter: nobody is asked to mend them, but ids and facts must hold.
  if (note.note.imported !== undefined)
    return [...idMistakes(note).filter(({ severity }) => severity === 'error'), ...factMistakes(note)].sort(
      byLine,
    );
  return [
    ...idMistakes(note),
    ...linkMistakes(note),
    ...titleMistakes(note),
    ...factMistakes(note),
    ...repeatedWords(note),
  ].sort(byLine);
}
