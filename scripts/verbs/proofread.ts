import { counted } from '../../src/verdict/wording.ts';
import { mistakeLines, proofreadLedger } from '../notes/proofread-ledger.ts';
import type { Console } from './console.ts';

/** What `ledger proofread` is asked for. */
export interface ProofreadOptions {
  content: string;
  product?: string;
  release?: string;
}

/** Names every mistake in the notes, with file and line. Returns the exit code: 1 where there is one. */
export async function proofread(options: ProofreadOptions, out: Console): Promise<number> {
  const notes = proofreadLedger(options.content, options);
  const count = notes.reduce((sum, { mistakes }) => sum + mistakes.length, 0);
  if (out.json) out.result({ mistakes: count, notes });
  else {
    for (const line of mistakeLines(notes)) out.print(`${line}\n`);
    out.say(
      count === 0
        ? 'No mistake was found in the notes.'
        : `${counted(count, 'mistake')} in ${counted(notes.length, 'note')}.`,
    );
  }
  return count === 0 ? 0 : 1;
}
