import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import { collect, type Run } from './run.ts';

/** Adds the verbs of a release: what is in it, what its pipeline measured, and whether it is blessed. */
export function addReleaseCommands(program: Command, run: Run): void {
  addOpen(program, run);
  addStage(program, run);
  addVerdict(program, run);
  addAttest(program, run);
}

function addOpen(program: Command, run: Run): void {
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
        (await import('../verbs/open.ts')).open({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addStage(program: Command, run: Run): void {
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
    .option(
      '--environment <id>',
      'where it ran, for a check after a deployment: it belongs to that deployment',
    )
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
        (await import('../verbs/stage.ts')).stage({ ...options, ...common, files }, makeConsole(common.json)),
      ),
    );
}

function addVerdict(program: Command, run: Run): void {
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
        (await import('../verbs/verdict.ts')).verdict({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addAttest(program: Command, run: Run): void {
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
        (await import('../verbs/attest.ts')).attest({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}
