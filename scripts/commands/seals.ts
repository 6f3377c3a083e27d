import type { Command } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verbs that fix what is recorded, and check that it stays so. */
export function addSealCommands(program: Command, run: Run): void {
  addSeal(program, run);
}

function addSeal(program: Command, run: Run): void {
  program
    .command('seal')
    .description('fix a release’s dossier: from then on nothing of it changes unnoticed')
    .requiredOption('--product <id>', 'the product')
    .option('--release <version>', 'the release, by version or tag')
    .option('--deployments', 'the product’s deployments, in the place of a release')
    .option('--by <person>', 'who seals, by the roster; else git’s user')
    .option('--ran-by <name>', 'who runs this command; git’s user if not given')
    .addHelpText(
      'after',
      `
Refused while commits of the release are not accounted for. Sealing again seals what was added since; a sealed file that
changed is an alarm, and nothing is sealed over it.

Example:
  ledger seal --product director --release 1.26.2`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/seal.ts')).seal({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
