import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that asks a person to edit a drafted note. */
export function addDraftCommand(program: Command, run: Run): void {
  program
    .command('draft')
    .description('word the pull request that asks people to edit a drafted note')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, by version or tag')
    .addOption(
      new Option('--format <format>', 'both, as the message of a commit, or one of them')
        .choices(['message', 'title', 'body'])
        .default('message'),
    )
    .addHelpText(
      'after',
      `
What is in the note, and what to look at before it is public: commits that nothing accounts for, mistakes, entries for
which nobody wrote a release note, what the verdict waits for. It opens nothing, and always exits with 0.

Example:
  ledger draft --product openebs --release 1.12.0 > message && git commit --file message`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/draft.ts')).draft({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
