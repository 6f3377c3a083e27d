import { wordsOfLine } from '../../guide/shell-words.ts';
import { makeProgram } from '../../program.ts';
import type { Mend } from '../finding.ts';

/** Types every command of ours that a mend names; throws where an option or a verb is not there. */
export async function canBeTyped(mend: Mend): Promise<void> {
  if (mend.kind === 'ledger') return typed(mend.words);
  const text = mend.kind === 'shell' ? mend.line : mend.text;
  for (const [, line = ''] of text.matchAll(/(?:"|: )ledger ([a-z][^"]*?)(?:"|[.;]?$)/gm)) {
    const words = wordsOfLine(line);
    // A verb that is only named has no options that could be wrong.
    if (words.length > 1) await typed(words);
    else if (!makeProgram(async () => {}).commands.some((command) => command.name() === words[0]))
      throw new Error(`there is no verb ${words[0]}`);
  }
}

async function typed(words: readonly string[]): Promise<void> {
  let ran = false;
  const program = makeProgram(async () => {
    ran = true;
  });
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync([...words], { from: 'user' });
  if (!ran) throw new Error(`nothing ran: ${words.join(' ')}`);
}
