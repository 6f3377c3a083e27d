import type { KilledCommand } from '../../facts/killed-commands.ts';
import { edit, type Finding, verb } from '../../finding.ts';

/** Commands that are writing, or were killed while they wrote. */
export function killedCommand(commands: readonly KilledCommand[]): Finding[] {
  return commands.map(({ folder, running, complete }) => {
    const [id, place] = [running === null ? 'command-killed' : 'command-running', { file: folder }];
    if (running !== null) {
      const says = `Another command (process ${running}) is writing: what it writes is not looked at yet.`;
      return { id, severity: 'hint', product: null, says, place, mend: edit('Wait for it, and ask again.') };
    }
    const says = complete
      ? 'A command was killed while it put records in their place: some of them are not there yet.'
      : 'A command was killed before its records were complete: nothing of them is in the ledger.';
    // Whatever reads the ledger settles this first.
    return { id, severity: complete ? 'gap' : 'hint', product: null, says, place, mend: verb('proofread') };
  });
}
