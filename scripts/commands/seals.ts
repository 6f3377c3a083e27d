import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verbs that fix what is recorded, and check that it stays so. */
export function addSealCommands(program: Command, run: Run): void {
  addSeal(program, run);
  addVerify(program, run);
  addKeygen(program, run);
  addCheckpoint(program, run);
  addProve(program, run);
}

function addSeal(program: Command, run: Run): void {
  program
    .command('seal')
    .description('fix a release’s dossier: from then on nothing of it changes unnoticed')
    .option('--product <id>', 'the product; with --all, only this one')
    .option('--release <version>', 'the release, by version or tag')
    .option('--deployments', 'the product’s deployments, in the place of a release')
    .addOption(
      new Option('--all', 'blessed releases, and what was added to sealed ones and to deployments').conflicts(
        ['release', 'deployments'],
      ),
    )
    .option('--unblessed', 'with --all: releases that are not blessed as well, as they are')
    .option('--by <person>', 'who seals, by the roster; else git’s user')
    .option('--ran-by <name>', 'who runs this command; git’s user if not given')
    .addHelpText(
      'after',
      `
Refused while commits of the release are not accounted for. Sealing again seals what was added since; a sealed file that
changed is an alarm, and nothing is sealed over it.

--all is for build servers. A release that is not blessed stays open, since its votes and checklists may still be
written; one that never will be is sealed by its name. Where the policy asks for none of these, add --unblessed.

Examples:
  ledger seal --product director --release 1.26.2
  ledger seal --all --ran-by release-bot`,
    )
    .action(async ({ all, ...options }) =>
      run(async (common) => {
        const given = { ...options, ...common };
        if (all) return (await import('../verbs/seal-all.ts')).sealAll(given, makeConsole(common.json));
        return (await import('../verbs/seal.ts')).seal(given, makeConsole(common.json));
      }),
    );
}

function addVerify(program: Command, run: Run): void {
  program
    .command('verify')
    .description('is everything as it was sealed? Names the first file that is not')
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere')
    .option('--public-key <key>', 'the key that signed it, as a file or as its text')
    .option('--script', 'print the shell script that proves one seal offline, and do nothing else')
    .addHelpText(
      'after',
      `
Checks every byte that is sealed, the chain of seals (no gap, no fork), evidence against its name, tag objects against
the repositories, votes by command against whoever committed them. Exits with 1 at any alarm. Without a checkpoint it
proves nothing against somebody who can rewrite the whole ledger.

Example:
  ledger verify --checkpoint ledger.checkpoint --public-key ledger.key.pub`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/verify.ts')).verify({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addKeygen(program: Command, run: Run): void {
  program
    .command('keygen')
    .description('make a key pair that signs checkpoints')
    .requiredOption(
      '--name <origin>',
      'the log’s name, which does not change, as releases.example.org/ledger',
    )
    .requiredOption('--out <file>', 'where the private key goes; the public one goes to FILE.pub')
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/checkpoint.ts')).keygen({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addCheckpoint(program: Command, run: Run): void {
  program
    .command('checkpoint')
    .description('sign what the chain of seals is now, to be kept elsewhere')
    .option('--key <file>', 'the private key; LEDGER_PRIVATE_KEY if not given')
    .option('--out <file>', 'a file that is not there yet')
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/checkpoint.ts')).checkpoint(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addProve(program: Command, run: Run): void {
  program
    .command('prove')
    .description('write the proof that a release’s seal is in the chain, to be verified offline')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, by version or tag')
    .option('--key <file>', 'the private key; LEDGER_PRIVATE_KEY if not given')
    .option('--out <file>', 'a file that is not there yet')
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/checkpoint.ts')).prove({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
