import path from 'node:path';
import { Command } from 'commander';
import { addAnnounceCommand } from './commands/announcements.ts';
import { addDeliveryCommand } from './commands/delivery.ts';
import { addDeploymentCommands } from './commands/deployments.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addDraftCommand } from './commands/drafts.ts';
import { addHarvestCommands } from './commands/harvest.ts';
import { addImportCommand } from './commands/imports.ts';
import { addInitCommand } from './commands/init.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addNoteCommands } from './commands/notes.ts';
import { addPackCommands } from './commands/packs.ts';
import { addPopulationCommands } from './commands/population.ts';
import { addReleaseCommands } from './commands/releases.ts';
import type { Run } from './commands/run.ts';
import { addSealCommands } from './commands/seals.ts';
import { addSiteCommands } from './commands/site.ts';
import { addVoteCommands } from './commands/votes.ts';

/** Runs a verb, which answers with its exit code. */
export type Perform = (verb: () => Promise<number>) => Promise<void>;

/**
 * The command line with all of its verbs, not run yet. What it says of them is the only place where it is said: `--help`,
 * the guide's page of commands and the README's table come from here. `perform` runs the verb that was asked for.
 */
export function makeProgram(perform: Perform): Command {
  const program = new Command('ledger')
    .description('Release notes and an audit trail, from one harvest of git.')
    .option('--content <dir>', 'the ledger to work on', 'content')
    .option('--json', 'print the result as JSON on standard output')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 done, 1 the ledger says no, 2 wrong usage or input.');
  const run: Run = async (verb) => {
    const { content, json } = program.opts<{ content: string; json?: boolean }>();
    await perform(() => verb({ content: path.resolve(content), json: json === true }));
  };
  program.commandsGroup('Start:');
  addInitCommand(program, run);
  addDoctorCommand(program, run);
  program.commandsGroup('Collect:');
  addHarvestCommands(program, run);
  addImportCommand(program, run);
  program.commandsGroup('Decide:');
  addReleaseCommands(program, run);
  addVoteCommands(program, run);
  program.commandsGroup('Deploy and go back:');
  addDeploymentCommands(program, run);
  addDeliveryCommand(program, run);
  program.commandsGroup('Tell customers:');
  addDraftCommand(program, run);
  addNoteCommands(program, run);
  addAnnounceCommand(program, run);
  program.commandsGroup('Show:');
  addSiteCommands(program, run);
  program.commandsGroup('Seal and audit:');
  addSealCommands(program, run);
  addPackCommands(program, run);
  addPopulationCommands(program, run);
  addMigrateCommand(program, run);
  return program;
}
