import { type Command, Option } from 'commander';
import { IMPORT_FORMATS } from '../../src/records/index.ts';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that brings notes from before this tool. */
export function addImportCommand(program: Command, run: Run): void {
  program
    .command('import')
    .description('bring notes from before this tool: a changelog, GitHub’s releases, reno, fragments')
    .argument('<paths...>', 'files or folders; of two texts of one version the first counts')
    .requiredOption('--product <id>', 'the product')
    .addOption(
      new Option('--from <format>', 'their format; recognised if not given').choices([...IMPORT_FORMATS]),
    )
    .option('--repo <path>', 'a local clone whose tags tell dates, and which version brought a file')
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText(
      'after',
      `
Text stays as it is written; headings become the sections of a note. Entries that name a pull request or a commit of a
harvested release are linked to it. A version that has a note already keeps it: import before the first harvest, or take
the note's file away. A second import changes nothing. Nothing is asked of the network.

With --json: { product, formats, dryRun, filesWritten, versions: [{ version, state, date, entries, linked, file, from,
line, why }], joined: [{ version, to }], unread: [{ file, line, text, why }] }; state is "new", "same" (imported before) or "kept" (has its own note).

Examples:
  ledger import --product openebs CHANGELOG.md --repo ../openebs --dry-run
  gh api --paginate repos/OWNER/NAME/releases > releases.json && ledger import --product openebs releases.json
  ledger import --product openebs --repo ../openebs ../openebs/releasenotes/notes`,
    )
    .action(async (paths, options) =>
      run(async (common) =>
        (await import('../verbs/import.ts')).importNotes(
          { ...options, ...common, paths },
          makeConsole(common.json),
        ),
      ),
    );
}
