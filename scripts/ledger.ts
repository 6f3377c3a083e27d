#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { reportError } from './report.ts';
import { makeConsole } from './verbs/console.ts';

// Half of a short command's time is reading its own code: keep it compiled.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));

/** Exit codes: done, the ledger says no, wrong usage or input. */
const USAGE = 2;

interface Common {
  content: string;
  json?: boolean;
}

const program = new Command('ledger')
  .description('Release notes and an audit trail, from one harvest of git.')
  .option('--content <dir>', 'the ledger to work on', 'content')
  .option('--json', 'print the result as JSON on standard output')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', '\nExit codes: 0 done, 1 the ledger says no, 2 wrong usage or input.');

program
  .command('harvest')
  .description('read a product’s repositories and write the records of its releases')
  .requiredOption('--product <id>', 'the product')
  .option(
    '--repo <[module=]path>',
    'a local clone; starts a policy where there is none (repeatable)',
    collect,
    [],
  )
  .addOption(new Option('--release <version>', 'only this release').conflicts('all'))
  .option('--all', 'all releases (the default)')
  .option('--offline', 'ask nobody: the local clones and what the ledger holds already')
  .addOption(
    new Option('--record <file>', 'keep all of GitHub’s answers in a file').conflicts(['offline', 'replay']),
  )
  .addOption(
    new Option('--replay <file>', 'take the answers of such a file in the place of GitHub’s').conflicts(
      'offline',
    ),
  )
  .addHelpText(
    'after',
    `
GitHub is asked for pull requests, reviews and checks where GITHUB_TOKEN is set; GITHUB_GRAPHQL_URL names
another server than github.com.

Examples:
  ledger harvest --product openebs --repo ../openebs
  GITHUB_TOKEN=… ledger harvest --product openebs --record answers.ndjson`,
  )
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/harvest.ts')).harvest({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

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
      (await import('./verbs/notes.ts')).notes({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

program
  .command('conservation')
  .description('what became of each commit of a release, and the sum')
  .requiredOption('--product <id>', 'the product')
  .option('--release <version>', 'the release, by version or tag; all final releases where it is not given')
  .option('--since <version>', 'everything since this release')
  .addHelpText('after', '\nExample:\n  ledger conservation --product openebs --release 1.10.0 --json')
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/conservation.ts')).conservation(
        { ...options, ...common },
        makeConsole(common.json),
      ),
    ),
  );

program
  .command('check')
  .description('would a pull request be harvested well? For its own checks, before it is merged')
  .requiredOption('--product <id>', 'the product')
  .requiredOption('--pull-request <number>', 'the pull request')
  .option('--module <id>', 'its module, where several have a repository on GitHub')
  .addHelpText(
    'after',
    '\nGITHUB_TOKEN is needed. In GitHub Actions the module is told by GITHUB_REPOSITORY.\n\nExample:\n  ledger check --product openebs --pull-request 2918',
  )
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/check.ts')).check({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

async function run(verb: (common: { content: string; json: boolean }) => Promise<number>): Promise<void> {
  const { content, json } = program.opts<Common>();
  process.exitCode = await verb({ content: path.resolve(content), json: json === true });
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else {
    reportError(error, process.stderr);
    process.exitCode = USAGE;
  }
}
