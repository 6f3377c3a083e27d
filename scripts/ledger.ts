#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { addAnnounceCommand } from './commands/announcements.ts';
import { addDeliveryCommand } from './commands/delivery.ts';
import { addDeploymentCommands } from './commands/deployments.ts';
import { addImportCommand } from './commands/imports.ts';
import { addNoteCommands } from './commands/notes.ts';
import { addPackCommands } from './commands/packs.ts';
import { addPopulationCommands } from './commands/population.ts';
import { collect, type Run } from './commands/run.ts';
import { addSealCommands } from './commands/seals.ts';
import { reportError } from './report.ts';
import { makeConsole } from './verbs/console.ts';

// Half of a short command's time is reading its own code: keep it compiled.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));

/** Exit codes: done, the ledger says no, wrong usage or input. */
const USAGE = 2;

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

program
  .command('stage')
  .description('file the reports of one attempt at a pipeline stage')
  .argument('<files...>', 'reports, recognised by their content')
  .requiredOption('--product <id>', 'the product')
  .requiredOption('--release <version>', 'the release, harvested or opened')
  .requiredOption('--stage <stage>', 'the stage, by id or number: "unit-tests" or "3a"')
  .option('--module <id>', 'the module; none for a stage of the whole release')
  .option('--commit <sha>', 'the commit that it ran on, in full')
  .option('--digest <sha256>', 'the image that it ran on, as "sha256:…"')
  .option('--environment <id>', 'where it ran, for a check after a deployment: it belongs to that deployment')
  .option('--part', 'a run of a part only: it is kept, and never stands for the stage')
  .option('--at <time>', 'when it ran, where the report does not say')
  .option('--by <name>', 'who files it')
  .option('--url <address>', 'the run on the build server')
  .option('--path <name>', 'the path that a playbook took: linter, kind, cluster')
  .addHelpText(
    'after',
    '\nFormats: JUnit, LCOV, Cobertura, Trivy, Grype, SARIF, k6, docker image inspect, Helm charts, Jenkins\nstage view, GitHub checks, in-toto test results, Ansible and kubeconform results, Prometheus answers.\n\nExample:\n  ledger stage --product openebs --release 1.12.0 --stage unit-tests --module openebs --commit $(git rev-parse HEAD) junit.xml lcov.info',
  )
  .action(async (files, options) =>
    run(async (common) =>
      (await import('./verbs/stage.ts')).stage({ ...options, ...common, files }, makeConsole(common.json)),
    ),
  );

program
  .command('verdict')
  .description('is a release blessed, and why')
  .requiredOption('--product <id>', 'the product')
  .requiredOption('--release <version>', 'the release, by version or tag')
  .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'vsa']).default('text'))
  .option('--verifier <uri>', 'who judges, for --format vsa')
  .option('--ledger <uri>', 'where the content folder can be found, for --format vsa')
  .addHelpText(
    'after',
    '\nExits with 1 where it is not blessed.\n\nExample:\n  ledger verdict --product openebs --release 1.12.0 --format vsa',
  )
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/verdict.ts')).verdict({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

program
  .command('attest')
  .description('write a release’s reports, votes and verdict as in-toto statements')
  .requiredOption('--product <id>', 'the product')
  .requiredOption('--release <version>', 'the release, by version or tag')
  .requiredOption('--out <dir>', 'a folder that is not there yet')
  .option('--verifier <uri>', 'who judges')
  .option('--ledger <uri>', 'where the content folder can be found')
  .addHelpText('after', '\nExample:\n  ledger attest --product openebs --release 1.12.0 --out attestations')
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/attest.ts')).attest({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

program
  .command('open')
  .description('prepare a release before its tag exists, or add to one that is open')
  .requiredOption('--product <id>', 'the product')
  .requiredOption('--release <version>', 'the version that it will have')
  .option(
    '--module <id=version@commit[@digest]>',
    'what it will hold of a module, the commit in full (repeatable)',
    collect,
    [],
  )
  .option('--third-party <name=version>', 'a chart in it that others build (repeatable)', collect, [])
  .option('--promotion <number>', 'the pull request that promotes staging')
  .option(
    '--due <time>',
    'when it goes out, on the product’s clock or as RFC 3339; else the next of its days',
  )
  .option('--scope <ids>', 'changes that are approved for it, with commas between')
  .option('--emergency <incident>', 'it ships first and collects its votes later; a ticket or an address')
  .option('--by <person>', 'who opens it, by the roster; else git’s user')
  .option('--because <text>', 'what it is for')
  .addHelpText(
    'after',
    `
Writes opening.md, the roles' checklists and recovery.md. Opening again adds what the options name and new items
of the policy's checklists; what people wrote and ticked stays.

Example:
  ledger open --product openebs --release 1.13.0 --module openebs=1.13.0@$(git rev-parse HEAD) --scope openebs-2918,openebs-2920`,
  )
  .action(async (options) =>
    run(async (common) =>
      (await import('./verbs/open.ts')).open({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

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
      (await import('./verbs/call.ts')).call({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

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
      (await import('./verbs/waive.ts')).waive({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

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
  .option('--commit <sha>', 'what it is on; the commit that the release or the module ships at if not given')
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
      (await import('./verbs/vote.ts')).vote({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

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
      (await import('./verbs/votes.ts')).votes({ ...options, ...common }, makeConsole(common.json)),
    ),
  );

addDeploymentCommands(program, run);
addPopulationCommands(program, run);
addDeliveryCommand(program, run);
addSealCommands(program, run);
addNoteCommands(program, run);
addImportCommand(program, run);
addAnnounceCommand(program, run);
addPackCommands(program, run);

async function run(verb: Parameters<Run>[0]): Promise<void> {
  const { content, json } = program.opts<{ content: string; json?: boolean }>();
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
