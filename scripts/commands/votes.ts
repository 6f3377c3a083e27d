import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import type { Run } from './run.ts';

/** Adds the verbs by which people decide on a release. */
export function addVoteCommands(program: Command, run: Run): void {
  addCall(program, run);
  addVote(program, run);
  addVotes(program, run);
  addWaive(program, run);
}

function addCall(program: Command, run: Run): void {
  program
    .command('call')
    .description('print the request for GO or NO-GO on a release, for the channel')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, harvested or opened')
    .addOption(new Option('--format <format>', 'how').choices(['text', 'slack', 'json']).default('text'))
    .addHelpText(
      'after',
      `
"slack" is what chat.postMessage and incoming webhooks take. Always exits with 0: it asks, ledger verdict judges.

Example:
  ledger call --product openebs --release 1.13.0 --format slack | curl --json @- "$SLACK_WEBHOOK"`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/call.ts')).call({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addVote(program: Command, run: Run): void {
  program
    .command('vote')
    .description('cast a vote on a release')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, harvested or opened')
    .requiredOption('--role <id>', 'the role that it is cast in')
    .option('--module <id>', 'the module, for a role that votes on modules')
    .addOption(
      new Option('--decision <decision>', 'what it says')
        .choices(['go', 'no-go', 'veto', 'abstain'])
        .makeOptionMandatory(),
    )
    .requiredOption('--because <text>', 'the reason')
    .option(
      '--commit <sha>',
      'what it is on; the commit that the release or the module ships at if not given',
    )
    .option('--digest <sha256>', 'the image that it is on, as "sha256:…"')
    .option('--by <person>', 'whose vote it is, where that is not who runs this')
    .option('--ran-by <name>', 'the name of who runs this; git’s user.name if not given')
    .addHelpText(
      'after',
      `
Who runs this votes, unless --by names somebody else; the record has both. A build server, which often has no
git user, says it by --ran-by.

Examples:
  ledger vote --product openebs --release 1.12.0 --role qa --decision no-go --because "resize fails on ZFS"
  ledger vote --product openebs --release 1.12.0 --role sre --by vikram-nair --ran-by release-bot --decision go --because "all green"`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/vote.ts')).vote({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addVotes(program: Command, run: Run): void {
  program
    .command('votes')
    .description('collect the votes on a release from reviews and from Slack')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, harvested or opened')
    .option('--slack <dir>', 'an unpacked Slack export; the policy says which channel')
    .addHelpText(
      'after',
      '\nFiles of the export that hold a vote are kept as evidence, whole. Reactions are no votes.\n\nExample:\n  ledger votes --product openebs --release 1.12.0 --slack export',
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/votes.ts')).votes({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addWaive(program: Command, run: Run): void {
  program
    .command('waive')
    .description('answer for a control that does not pass, for a time')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--release <version>', 'the release, harvested or opened')
    .requiredOption('--control <id>', 'the control, as ledger verdict names it')
    .requiredOption('--until <time|days>', 'when it ends: a time, a day, or days from now; 90 days at most')
    .requiredOption('--because <text>', 'why the release may go out all the same')
    .option('--by <person>', 'who answers for it, by the roster; else git’s user')
    .addHelpText(
      'after',
      `
The controls approvals, bound-votes and emergency cannot be waived. A control that is waived already keeps its
waivers; a new one has to last longer.

Example:
  ledger waive --product openebs --release 1.13.0 --control gates --until 14 --because "The load test's cluster is down."`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/waive.ts')).waive({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
