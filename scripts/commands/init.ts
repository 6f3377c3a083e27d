import { type Command, Option } from 'commander';
import type { Field } from '../init/ask/question.ts';
import type { InitOptions } from '../init/options.ts';
import { makeConsole } from '../verbs/console.ts';
import { collect, type Run } from './run.ts';

/** Each answer as a flag; `[name=]` is a product or a module, and all of them without it. */
const ANSWERS: readonly (readonly [Exclude<Field, 'people'>, string, string])[] = [
  ['name', '[product=]text', 'the product’s name for customers'],
  ['summary', '[product=]text', 'one sentence on what it is'],
  ['website', '[product=]address', 'where it lives on the web, or "none"'],
  ['public-links', '[product=]yes|no', 'whether customers may follow links into the repositories'],
  ['modules', '[product=]ids', 'of the modules that were found those to keep, with commas between'],
  ['lead', '[product=]module', 'the module whose tags are the releases'],
  ['tags', '[module=]pattern', 'a tag pattern such as "v{version}", the newest first'],
  ['branch', '[module=]name', 'the branch that releases are cut from'],
  ['staging', '[module=]name', 'the branch that is promoted to it, or "none"'],
  ['chart', '[product=]folder', 'the folder of the Helm chart that holds it together, or "none"'],
  ['versioning', '[product=]scheme', '"semver" or "major-minor"'],
  ['annotated-tags', '[product=]yes|no', 'whether release tags have to be tag objects'],
  ['release-branch', '[product=]pattern', 'branches of older lines, as "release-{major}.{minor}", or "none"'],
  ['stage', '[product=]id', 'a stage that every release needs, or "none"'],
  ['role', 'id[=handle+handle]', 'a role whose GO a release needs, and who holds it, or "none"'],
  ['time-zone', '[product=]zone', 'the zone in which times are shown'],
  ['site-name', 'text', 'the name of the site'],
  ['site-lead', 'text', 'one sentence under it'],
  ['site-address', 'address', 'where customers will read it'],
];

/** Adds the verb that starts a ledger. */
export function addInitCommand(program: Command, run: Run): void {
  const command = program
    .command('init')
    .description('start a ledger: look at repositories, propose how their products are released, write it')
    .argument('[repositories...]', 'local clones or addresses, each as [module=]path')
    .option('--product <id>', 'all repositories are one product of this name')
    .addOption(new Option('--as <how>', 'one product of all, or one for each').choices(['one', 'each']));
  for (const [field, value, what] of ANSWERS)
    command.option(
      `--${field} <${value}>`,
      `${what} (repeatable)`.replace(/ \(repeatable\)$/, (end) => (field.startsWith('site-') ? '' : end)),
      collect,
    );
  command
    .option('--yes', 'ask nothing: take what is proposed and what flags say')
    .option('--replace-sample', 'remove the sample ledger that comes with this tool')
    .option('--import', 'bring the repositories’ changelogs along before the first harvest')
    .option('--no-harvest', 'write the policy only')
    .option('--offline', 'ask nobody on the network')
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', HELP)
    .action(async (repositories, options) =>
      run(async (common) => {
        const [{ init }, given] = [
          await import('../verbs/init.ts'),
          initOptions(repositories, options, common.content),
        ];
        return init(given, makeConsole(common.json), await interviewFor(options.yes === true || common.json));
      }),
    );
}

/** A person is asked only where one sits. */
async function interviewFor(isUnattended: boolean) {
  const { stdin: input, stderr: output } = process;
  if (isUnattended || !input.isTTY || !output.isTTY) return null;
  return (await import('../init/ask/terminal.ts')).terminalInterview({ input, output });
}

type Given = Record<string, unknown> &
  Pick<InitOptions, 'product' | 'as' | 'replaceSample' | 'import' | 'harvest' | 'offline' | 'dryRun'>;

function initOptions(repositories: string[], given: Given, content: string): InitOptions {
  const { product, as, replaceSample, import: bring, harvest, offline, dryRun } = given;
  const flags = ANSWERS.flatMap(([field]) => {
    const answer = given[field.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    return answer === undefined ? [] : [[field, answer]];
  });
  return {
    ...{ content, repositories, flags: Object.fromEntries(flags) },
    ...(product !== undefined && { product }),
    ...(as !== undefined && { as }),
    ...(replaceSample !== undefined && { replaceSample }),
    ...(bring !== undefined && { import: bring }),
    ...(harvest !== undefined && { harvest }),
    ...(offline !== undefined && { offline }),
    ...(dryRun !== undefined && { dryRun }),
  };
}

const HELP = `
Looks at tags, branches, merges, charts, pipelines and owners, and proposes with a reason each. On a terminal every
proposal can be taken or changed; elsewhere, and with --yes, flags and proposals decide. What is there already is never
written over: products are added beside those of a ledger, and the sample ledger goes only where you say so.

With --json: { content, dryRun, replaced, products: [{ id, because, settled: [{ subject, field, value, because, from }],
harvest }], site, files, notes, next: [{ command, why }] }; "from" is "proposed", "flag" or "asked".

Examples:
  ledger init ../openebs --replace-sample
  ledger init --content ../ledger/content --yes ../director ../director-api ../director-web
  ledger init --yes https://github.com/openebs/openebs --product openebs --role qa=ada+ben --tags "v{version}"`;
