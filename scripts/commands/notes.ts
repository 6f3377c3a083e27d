import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verbs for people who write notes, and for those who read them. */
export function addNoteCommands(program: Command, run: Run): void {
  addNotes(program, run);
  addProofread(program, run);
  addAmendNote(program, run);
}

function addNotes(program: Command, run: Run): void {
  program
    .command('notes')
    .description('print a release’s note')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, by version or tag')
    .option('--since <version>', 'everything since this release')
    .addOption(new Option('--format <format>', 'how').choices(['markdown', 'json']).default('markdown'))
    .addHelpText(
      'after',
      '\nExample:\n  ledger notes --product openebs --release 1.10.0 --since 1.8.0 --format json',
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/notes.ts')).notes({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addProofread(program: Command, run: Run): void {
  program
    .command('proofread')
    .description('name every mistake in the notes, with file and line')
    .option('--product <id>', 'only this product')
    .option('--release <version>', 'only this release’s note')
    .addHelpText(
      'after',
      `
Ids that are missing, unknown or used twice, links that lead nowhere, pictures that are not there or not described,
titles over 80 characters, the same words twice, facts that name something which is not there. A build names them as
well, and stops where one is marked with ✗.

With --json: { mistakes, notes: [{ file, product, version, mistakes: [{ severity, line, says, todo }] }] }
Exit code 1 where there is a mistake.

Example:
  ledger proofread --product openebs --release 1.12.0`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/proofread.ts')).proofread(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addAmendNote(program: Command, run: Run): void {
  program
    .command('amend-note')
    .description('correct a note that customers may have read already, and say so in it')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release')
    .requiredOption('--says <sentence>', 'what was corrected, for customers')
    .option('--entry <id>', 'give this entry the words of --text')
    .option('--add <section>', 'add the words of --text to a section, as "action", "security" or "upgrade"')
    .option('--text <markdown>', 'the words')
    .option('--known <markdown>', 'add a known issue; "Workaround: …" at its end is set apart')
    .option('--fixed-by <entry>', 'the entry that mends the known issue')
    .option('--since <version>', 'the first release that has it, where that is an earlier one')
    .option('--found <day>', 'when it was found; today if not given')
    .option('--module <id>', 'the module that has it')
    .option('--withdraw <reason>', 'withdraw the release, with a reason for customers')
    .option('--use <version>', 'the release to use in its place')
    .option('--at <time>', 'when it was corrected, as RFC 3339 in UTC; now if not given')
    .addHelpText(
      'after',
      `
Without one of --entry, --add, --known and --withdraw, only the sentence is written: for a note that was edited by hand.
The page, the feeds and the files of the release show the sentence with its day; feeds tell readers again.

Examples:
  ledger amend-note --product openebs --release 1.11.0 --withdraw 'Replicas can lose writes.' --use 1.11.1 \\
    --says 'Withdrawn: replicas can lose writes. Use 1.11.1.'
  ledger amend-note --product openebs --release 1.12.0 --says 'A known issue with thin pools was added.' \\
    --known 'Thin pools tell their free space late. Workaround: restart the agent.'`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/amend-note.ts')).amendNoteOfRelease(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}
