import type { Command } from 'commander';
import { REPEAT_SAMPLE } from '../../src/population/repeat-sample.ts';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verbs that auditors begin with. */
export function addPopulationCommands(program: Command, run: Run): void {
  addPopulation(program, run);
  addSample(program, run);
}

function addPopulation(program: Command, run: Run): void {
  periodOptions(
    program.command('population').description('every production change of a period, with its evidence'),
  )
    .option('--csv', 'the rows as CSV; --json gives them as JSON')
    .option('--reconcile', 'what does not match between merges, releases, images, revisions and deployments')
    .option('--repositories', 'for that, look in the policy’s clones for merges that no release has')
    .addHelpText(
      'after',
      `
A row is a change and the deployment that first brought it. Nothing is left out or cut off. The CSV ends with the count,
the query and the SHA-256 of every byte before the last line; the JSON has the same digest. A cell that a spreadsheet
would run (it begins with = + - @ or a tab) has an apostrophe before it, as has one that begins with an apostrophe: take
one off. "unproven" is what nobody can show, "none" what is known not to be there. Parts of a list stand between " | ".

Without --csv and --json it prints counts, and what does not match. With --reconcile it exits with 1 where something of
that is unexplained.

Examples:
  ledger population --from 2026-09-01 --to 2026-09-30 --csv > population.csv
  ledger population --from 2026-09-01 --to 2026-09-30 --product director --reconcile`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/population.ts')).population(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addSample(program: Command, run: Run): void {
  periodOptions(
    program.command('sample').description('draw a sample of a population, the same for everybody'),
  )
    .requiredOption('--seed <text>', 'what the auditor names, once the population is there')
    .option('--size <count>', 'how many rows', '25')
    .option('--csv', 'the rows as CSV; --json gives them as JSON')
    .addHelpText(
      'after',
      `
Rows are ordered by the SHA-256 of the seed, a line feed, the population's digest, a line feed and the row's first
cell; the first ones are taken. Whoever has the population's CSV repeats it with seed and size set:

${REPEAT_SAMPLE}

Example:
  ledger sample --from 2026-09-01 --to 2026-09-30 --size 25 --seed "Q3 2026, 4711"`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/sample.ts')).sample({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function periodOptions(command: Command): Command {
  return command
    .requiredOption('--from <time>', 'its first day or moment, on the products’ clock or as RFC 3339')
    .requiredOption('--to <time>', 'its last day, which is part of it, or the moment at which it ends')
    .option('--product <id>', 'only this product')
    .option('--environment <id>', 'this environment; all that customers use if not given');
}
