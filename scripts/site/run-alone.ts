import { type Command, CommanderError } from 'commander';
import { Fault } from '../../src/records/fault.ts';
import { enterCallerFolder } from '../tool/caller-folder.ts';

/** Runs a command that is a script of its own. Exit codes: what it answers with, 2 for wrong usage or input. */
export async function runAlone<Options>(
  command: Command,
  work: (options: Options) => Promise<number>,
): Promise<void> {
  try {
    enterCallerFolder();
    process.exitCode = await work(command.exitOverride().parse().opts() as Options);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      const words = error instanceof Fault ? error.describe() : ((error as Error).stack ?? String(error));
      process.stderr.write(`${words}\n`);
      process.exit(2);
    }
  }
}
