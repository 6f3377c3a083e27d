import type { Command } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verb that measures delivery. */
export function addDeliveryCommand(program: Command, run: Run): void {
  program
    .command('delivery')
    .description('how often, how fast and how well a product is delivered, for each environment')
    .requiredOption('--product <id>', 'the product')
    .option('--environment <id>', 'only this environment')
    .option(
      '--from <time>',
      'from when on, on the product’s clock or as RFC 3339; else the last twelve months',
    )
    .option('--to <time>', 'until when, which is not in it; now if not given')
    .addHelpText(
      'after',
      `
DORA's five metrics and how the cadence was kept, each with what it is made of. No time before the first record is
counted. What came of a deployment later, such as a rollback, counts with the deployment.

With --json: { product, timeZone, environments }, and for each environment
  environment, production, from (null where nothing is recorded), to
  metrics: null, or
    frequency    deployments, days, perDay, perWeek, unknown, running
    leadTime     changes, measured, medianSeconds, ninetiethSeconds
    recoveryTime deployments, measured, open, untold, medianSeconds, ninetiethSeconds
    failRate     value, needed, of, causes, unmatched, unknown, running
    reworkRate   value, forced, of, unexplained, unknown, running
  cadence: null where no days are named, or value, kept, due, and days: missed, unproven, frozen
A value is a share from 0 to 1, or null where there is nothing to divide by.

Examples:
  ledger delivery --product director --environment production
  ledger delivery --product director --from 2026-07-01 --to 2026-10-01 --json`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/delivery.ts')).delivery({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
