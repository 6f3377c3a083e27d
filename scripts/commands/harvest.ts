import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import { collect, type Run } from './run.ts';

/** Adds the verbs that read repositories and ask the platform, and the one that holds a harvest to account. */
export function addHarvestCommands(program: Command, run: Run): void {
  addHarvest(program, run);
  addConservation(program, run);
  addCheck(program, run);
}

function addHarvest(program: Command, run: Run): void {
  program
    .command('harvest')
    .description('read a product’s repositories and write the records of its releases')
    .requiredOption('--product <id>', 'the product')
    .option(
      '--repo <[module=]path>',
      'a local clone, or an address that is fetched; starts a policy where there is none (repeatable)',
      collect,
      [],
    )
    .addOption(new Option('--release <version>', 'only this release').conflicts('all'))
    .addOption(
      new Option('--recorded', 'with --release: beside it, those that the ledger holds already').conflicts(
        'all',
      ),
    )
    .option('--all', 'all releases (the default)')
    .option('--offline', 'ask nobody: the local clones and what the ledger holds already')
    .addOption(
      new Option('--record <file>', 'keep all of GitHub’s answers in a file').conflicts([
        'offline',
        'replay',
      ]),
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
another server than github.com. What is fetched from an address stays in the cache (LEDGER_CACHE).

Examples:
  ledger harvest --product openebs --repo ../openebs
  GITHUB_TOKEN=… ledger harvest --product openebs --record answers.ndjson`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/harvest.ts')).harvest({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addConservation(program: Command, run: Run): void {
  program
    .command('conservation')
    .description('what became of each commit of a release, and the sum')
    .requiredOption('--product <id>', 'the product')
    .option('--release <version>', 'the release, by version or tag; all final releases where it is not given')
    .option('--since <version>', 'everything since this release')
    .addHelpText('after', '\nExample:\n  ledger conservation --product openebs --release 1.10.0 --json')
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/conservation.ts')).conservation(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addCheck(program: Command, run: Run): void {
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
        (await import('../verbs/check.ts')).check({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
