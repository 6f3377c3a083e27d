import path from 'node:path';
import { isAlive } from '../../store/process-alive.ts';
import { namesIn, textIn } from './plain-look.ts';

/** What a command that was writing left in the ledger. */
export interface KilledCommand {
  /** From the content folder on. */
  folder: string;
  /** Its process, where that is still running. */
  running: number | null;
  /** Everything was prepared: the next command puts it in place. Else the next command drops it. */
  complete: boolean;
}

/** Commands that are writing to a ledger now, or were killed while they did. */
export function killedCommands(content: string): KilledCommand[] {
  return namesIn(content)
    .filter((entry) => entry.isDirectory() && /^\.pending(?:-\d+)?$/.test(entry.name))
    .map(({ name }) => {
      const [, own] = /^\.pending-(\d+)$/.exec(name) ?? [];
      const owner = Number(own ?? textIn(path.join(content, name, 'owner')) ?? 0);
      return {
        folder: name,
        running: isAlive(owner) ? owner : null,
        complete: textIn(path.join(content, name, 'journal.json')) !== null,
      };
    });
}
