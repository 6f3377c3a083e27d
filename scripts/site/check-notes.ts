import { Fault } from '../../src/records/fault.ts';
import { counted } from '../../src/verdict/wording.ts';
import { proofreadKept } from '../notes/proofread-kept.ts';
import { mistakeLines, mustStop } from '../notes/proofread-ledger.ts';
import { proofsFile } from './site-cache.ts';

/** Mistakes that are named before the rest is only counted: a ledger without an editor can have thousands. */
const NAMED = 20;

/**
 * Names the mistakes in the notes before a build; notes that are as they were are not proofread again by the same code.
 * Throws a Fault where one of them must not reach readers.
 */
export function checkNotes(
  content: string,
  cache: string | null,
  code: string,
  say: (line: string) => void,
): void {
  const notes = proofreadKept(content, proofsFile(content, cache), code);
  const lines = mistakeLines(notes).sort((a, b) => Number(b.startsWith('✗')) - Number(a.startsWith('✗')));
  for (const line of lines.slice(0, NAMED)) say(line);
  const rest = lines.length - NAMED;
  if (rest > 0)
    say(`… and ${counted(rest, 'further mistake')}: npm run -s ledger -- proofread names all of them.`);
  if (mustStop(notes))
    throw new Fault('the notes have mistakes that readers must not meet', {
      hint: 'Mend the lines that are marked with ✗, and build again.',
    });
}
