import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that tells customers of a release away from the site. */
export function addAnnounceCommand(program: Command, run: Run): void {
  program
    .command('announce')
    .description('tell of a release elsewhere: as markdown, on GitHub, by mail, in Slack, as a changelog')
    .requiredOption('--product <id>', 'the product')
    .option('--release <version>', 'the release, by version or tag; a changelog needs none')
    .addOption(
      new Option('--format <format>', 'how')
        .choices(['markdown', 'github', 'html', 'slack', 'changelog', 'json'])
        .default('markdown'),
    )
    .option('--out <file>', 'write it there, all or nothing, in the place of what is there')
    .option('--site <address>', 'where the public edition is served; LEDGER_SITE or site.md if not given')
    .addHelpText(
      'after',
      `
Only what is public is told, and nothing is posted. Where the site's address is not known, nothing links to it. What has no
room (GitHub: 125,000 characters, mail: 100 kB, Slack: one message) is counted in the last line, never left out silently.
A changelog with --release ends with that release: it tells of what that one holds.

Examples:
  ledger announce --product openebs --release 1.12.0 --format github --out body.md
  gh release create v1.12.0 --title "OpenEBS 1.12.0" --notes-file body.md
  ledger announce --product openebs --format changelog --out CHANGELOG.md`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/announce.ts')).announce({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
