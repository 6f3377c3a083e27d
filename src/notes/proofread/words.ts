import type { NoteBullet } from '../../markdown/note-body.ts';
import { titleOf } from '../words.ts';
import type { Mistake } from './mistake.ts';
import { fileLine, type NoteText } from './note-text.ts';

/**
 * The same words twice in one note, where one of them is told of no change: two changes may well be called the same,
 * but a bullet that was copied is a slip.
 */
export function repeatedWords(note: NoteText): Mistake[] {
  const seen = new Map<string, NoteBullet>();
  return note.body.sections
    .flatMap(({ bullets }) => bullets)
    .flatMap((bullet) => {
      const words = titleOf(bullet.text).toLowerCase();
      const before = seen.get(words);
      seen.set(words, before ?? bullet);
      const slip = before !== undefined && (bullet.ids.length === 0 || before.ids.length === 0);
      return slip && words !== '' ? [repeated(fileLine(note, bullet.line), fileLine(note, before.line))] : [];
    });
}

function repeated(line: number, before: number): Mistake {
  return {
    severity: 'warning',
    line,
    says: `the same words as on line ${before}`,
    todo: 'Take one of the two bullets out, or tell them apart.',
  };
}
