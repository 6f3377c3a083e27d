import { type Command, Option } from 'commander';
import { makeConsole } from '../verbs/console.ts';
import { collect, type Run } from './run.ts';

/** Adds the verbs that record what runs where. */
export function addDeploymentCommands(program: Command, run: Run): void {
  addDeploy(program, run);
  addRollback(program, run);
  addDeployments(program, run);
  addEnvironments(program, run);
  addRollbackPlan(program, run);
}

function addDeploy(program: Command, run: Run): void {
  courseOptions(program.command('deploy').description('record that a release was deployed to an environment'))
    .option('--migrated-from <name>', 'the environment was spawned anew: the cluster or instance before')
    .option('--migrated-to <name>', 'and the new one')
    .option('--kept-until <time>', 'until when the old one stays, to go back to')
    .option('--because <text>', 'what else there is to know')
    .addHelpText(
      'after',
      `
The modules are those of the release; --module adds which image runs, and Helm's revision. It writes down what
happened and touches no cluster.

Examples:
  ledger deploy --product director --environment production --release 1.26.3 --module director-api=1.26.3@sha256:…#41
  ledger deploy --product director --environment production --release 1.26.3 --step 10@17:00 --step 100@17:20 --finished 17:25`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/deploy.ts')).deploy({ ...options, ...common }, makeConsole(common.json)),
      ),
    );
}

function addRollback(program: Command, run: Run): void {
  courseOptions(
    program.command('rollback').description('record that an earlier release was put back, and why'),
  )
    .requiredOption('--because <text>', 'why')
    .option('--from <version>', 'what was taken away; what ran there before if not given')
    .addOption(new Option('--trigger <kind>', 'what made you').choices(['metric', 'incident', 'person']))
    .option('--what <text>', 'the metric and its value, the incident, or who asked')
    .option('--decided-by <person>', 'who decided, by the roster')
    .option('--detected <time>', 'when somebody or something noticed')
    .option('--restored <time>', 'when customers had again what they had before')
    .option('--incident <address>', 'the incident')
    .option('--data <text>', 'what became of data that was written in between')
    .addOption(new Option('--bad', 'the release was at fault, and is not deployed again').conflicts('notBad'))
    .option('--not-bad', 'the release was not at fault')
    .option('--public-reason <sentence>', 'why, for customers: marks the public note')
    .option('--use <version>', 'what customers should use instead; what was put back if not given')
    .addHelpText(
      'after',
      `
In an environment that customers use, the note of the release that was taken back is marked in the same step.

Example:
  ledger rollback --product director --environment production --release 1.26.2 --bad --because "5xx after the cache change" \\
    --trigger metric --what "5xx 4.1 % against 1 %" --detected 17:40 --restored 17:52 \\
    --public-reason "Volumes could stay read-only after a restart."`,
    )
    .action(async ({ bad, notBad, ...options }) =>
      run(async (common) =>
        (await import('../verbs/rollback.ts')).rollback(
          { ...options, ...common, ...faultOf(bad === true, notBad === true) },
          makeConsole(common.json),
        ),
      ),
    );
}

function addDeployments(program: Command, run: Run): void {
  program
    .command('deployments')
    .description('collect the deployments to an environment from Helm, Argo CD and GitHub')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--environment <id>', 'the environment, as the policy names it')
    .option('--helm <[release=]file>', 'what helm history -o json printed (repeatable)', collect, [])
    .option('--argocd <file>', 'an application of Argo CD, as JSON or YAML (repeatable)', collect, [])
    .option('--github', 'ask GitHub for its deployments')
    .option('--since <time>', 'only what GitHub has since then')
    .addHelpText(
      'after',
      `
One deployment that several sources tell of is one record; collecting again takes nothing twice. Files are kept as
evidence, whole. Helm and Argo CD keep their last ten if nobody says otherwise: collect after each deployment.

Examples:
  helm history director -o json > director.json && ledger deployments --product director --environment production --helm director.json
  kubectl get application litmus-preview -o yaml > app.yaml && ledger deployments --product litmus --environment preview --argocd app.yaml`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/deployments.ts')).deployments(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addEnvironments(program: Command, run: Run): void {
  program
    .command('environments')
    .description('what runs where, and what one could go back to')
    .requiredOption('--product <id>', 'the product')
    .option('--environment <id>', 'only this environment')
    .option('--at <time>', 'at a past moment, on the product’s clock or as RFC 3339')
    .addHelpText('after', '\nExample:\n  ledger environments --product director --at 2026-09-24T17:45 --json')
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/environments.ts')).environments(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function addRollbackPlan(program: Command, run: Run): void {
  program
    .command('rollback-plan')
    .description('how to roll an environment back, step by step, and what speaks against it')
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--environment <id>', 'the environment, as the policy names it')
    .option('--to <version>', 'where to; the last known good release before what runs if not given')
    .addOption(new Option('--format <format>', 'how').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
The plan is for a person: nothing is changed, neither in the ledger nor in a cluster. Exits with 1 where the plan is
not safe, and says why.

Example:
  ledger rollback-plan --product director --environment production --to 1.25.1`,
    )
    .action(async (options) =>
      run(async (common) =>
        (await import('../verbs/rollback-plan.ts')).planRollback(
          { ...options, ...common },
          makeConsole(common.json),
        ),
      ),
    );
}

function faultOf(bad: boolean, notBad: boolean): { bad?: boolean } {
  return bad ? { bad: true } : notBad ? { bad: false } : {};
}

function courseOptions(command: Command): Command {
  return command
    .requiredOption('--product <id>', 'the product')
    .requiredOption('--environment <id>', 'the environment, as the policy names it')
    .requiredOption('--release <version>', 'the release that runs from then on')
    .option('--module <id=version[@digest][#revision]>', 'what runs of a module (repeatable)', collect, [])
    .option('--part', 'only the modules that are named changed')
    .option('--at <time>', 'when it began, on the product’s clock or as RFC 3339; now if not given')
    .option('--finished <time>', 'when it ended')
    .addOption(
      new Option('--outcome <outcome>', 'how it ended')
        .choices(['succeeded', 'failed', 'running', 'unknown'])
        .default('succeeded'),
    )
    .option('--step <weight@time>', 'a step of a progressive rollout, in percent (repeatable)', collect, [])
    .option('--by <name>', 'who deployed: a person of the roster, or an account')
    .option('--ran-by <name>', 'who runs this command; git’s user if not given')
    .option('--url <address>', 'the run that deployed');
}
