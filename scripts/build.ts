import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Fault } from '../src/records/fault.ts';
import { givenSite } from './announce/given-site.ts';
import { buildEdition, type EditionBuild } from './site/build-edition.ts';
import { checkEdition } from './site/check-edition.ts';
import { checkNotes } from './site/check-notes.ts';
import { showProgress } from './site/progress.ts';
import { parseShard } from './site/shards.ts';

const EDITIONS = ['public', 'internal'] as const;
type Edition = (typeof EDITIONS)[number];

/** Set for the process of an edition: the notes are proofread once for both. */
const CHECKED = 'LEDGER_NOTES_CHECKED';

interface Options {
  edition?: Edition;
  content: string;
  out?: string;
  site?: string;
  cache?: string;
  jobs?: number;
  shard?: string;
  merge?: string[];
  check?: boolean;
  json?: boolean;
}

/** What is read away from the site is no use without its address. */
const UNPLACED =
  'Without the address of the site (--site, or address in site.md) there is no sitemap and no picture beside links, addresses in feeds and JSON are paths, and announcements do not lead to it.\n';

const command = new Command('build')
  .description(
    'Builds the public and the internal edition of the ledger as static sites. Only pages whose records, code or settings changed are made anew.',
  )
  .addOption(new Option('--edition <edition>', 'build only this one').choices(EDITIONS))
  .option('--content <folder>', 'the folder with the records', process.env.LEDGER_CONTENT ?? 'content')
  .option('--out <folder>', 'where to write; without --edition, a folder for both (default: "dist")')
  .option('--site <address>', 'where the public edition is served; LEDGER_SITE or site.md if not given')
  .option(
    '--cache <folder>',
    'where to keep what stays from build to build (default: ".cache/site" of this tool)',
  )
  .option('--jobs <count>', 'processes that make pages side by side (default: one for each core)', count)
  .option(
    '--check',
    'build nothing: tell whether what stands in the folder is what a build from nothing would make',
  )
  .option('--shard <part>', 'make only a part of the releases, such as 3/8, for a build on many machines')
  .option('--merge <folders...>', 'lay the folders of all such parts together, and make the rest')
  .option('--json', 'print what was made as JSON')
  .allowExcessArguments(false)
  .exitOverride();

/** Builds what the arguments ask for; returns the exit code. */
async function main(): Promise<number> {
  const { edition, content, out, json, check, shard, ...given } = command.parse().opts<Options>();
  const site = givenSite({ content, ...given });
  process.env['LEDGER_NOW'] ||= new Date().toISOString();
  const cache = given.cache ?? process.env['LEDGER_CACHE'] ?? null;
  if (process.env[CHECKED] === undefined)
    checkNotes(content, cache, (line) => process.stderr.write(`${line}\n`));
  if (edition === undefined) return buildBoth(content, out ?? (shard === undefined ? 'dist' : 'shard'), site);
  // A part's folder holds both editions.
  const folder = out ?? (shard === undefined ? path.join('dist', edition) : 'shard');
  const build: EditionBuild = {
    ...{ edition, content, out: folder, site, cache },
    ...(given.jobs !== undefined && { jobs: given.jobs }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
    ...(given.merge !== undefined && { merge: given.merge }),
    progress: showProgress(edition),
  };
  if (check) return checkEdition(build, (line) => process.stderr.write(`${line}\n`));
  const report = await buildEdition(build);
  if (json) process.stdout.write(`${JSON.stringify({ edition, ...report })}\n`);
  const { units, made, removed } = report;
  const what = made === units ? 'all of it made' : `${made} of ${units} parts made anew, ${removed} removed`;
  process.stderr.write(`The ${edition} edition is in ${path.relative('.', folder) || '.'} (${what})\n`);
  if (edition === 'public' && site === null) process.stderr.write(UNPLACED);
  return 0;
}

/**
 * Each edition has a process of its own: nothing that one has loaded can reach the other. Where both are there already,
 * they are made at once; where all has to be made, each has all cores for itself.
 */
async function buildBoth(content: string, out: string, site: string | null): Promise<number> {
  const siteOption = site === null ? [] : ['--site', site];
  const passed = passedOptions();
  const { shard } = command.opts<Options>();
  const run = (edition: Edition): Promise<number> => {
    const place = shard === undefined ? path.join(out, edition) : out;
    const options = ['--edition', edition, '--content', content, '--out', place, ...siteOption, ...passed];
    return ended([import.meta.filename, ...options]);
  };
  if (EDITIONS.every((edition) => existsSync(path.join(out, edition, 'index.html'))))
    return Math.max(...(await Promise.all(EDITIONS.map(run))));
  for (const edition of EDITIONS) {
    const status = await run(edition);
    if (status !== 0) return status;
  }
  return 0;
}

/** What both editions are told alike. */
function passedOptions(): string[] {
  const { cache, jobs, check, shard, merge, json } = command.opts<Options>();
  return [
    ...(cache === undefined ? [] : ['--cache', cache]),
    ...(jobs === undefined ? [] : ['--jobs', String(jobs)]),
    ...(shard === undefined ? [] : ['--shard', shard]),
    ...(merge === undefined ? [] : ['--merge', ...merge]),
    ...(check ? ['--check'] : []),
    ...(json ? ['--json'] : []),
  ];
}

function ended(arguments_: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, arguments_, {
      stdio: 'inherit',
      env: { ...process.env, [CHECKED]: '1' },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a number from 1 on.');
  return number;
}

/** Exit codes: 0 done, 1 the check found something else, 2 wrong usage or input. */
try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(
      `${error instanceof Fault ? error.describe() : String((error as Error).stack ?? error)}\n`,
    );
    process.exitCode = 2;
  }
}
