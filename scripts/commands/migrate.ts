import type { Command } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that brings a ledger forward to the format of this version. */
export function addMigrateCommand(program: Command, run: Run): void {
  program
    .command('migrate')
    .description('bring records of older versions of this tool forward to the format of this one')
    .option(
      '--dry-run',
      'say what would be written, and write nothing; exits with 1 where there is something',
    )
    .addHelpText(
      'after',
      `
Nothing has to be migrated in order to be read: every command reads older records as if they were of today. What is
sealed keeps every byte, and so does a note that is as its release's seal names it. All of the rest is written, or
nothing: one record that cannot be read stops it. Comments and the order of fields stay. A second run changes nothing.
A ledger of a newer version is refused by every command: upgrade the tool.

With --json: { format, dryRun, written, says, kinds: [{ kind, changed, sealed, current }], files: [{ file, kind, from }] };
"from" is the format that a record said, 0 where it said none.

Examples:
  ledger migrate --dry-run
  ledger migrate --content ../our-ledger/content`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/migrate.ts')).migrate({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
