import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compiledCode } from '../store/cache-folder.ts';
import type { EditionBuild } from './build-edition.ts';
import { type BuildOptions, EDITIONS, type Edition } from './options.ts';
import { showProgress } from './progress.ts';
import { SETTLED, type Settled, settledBefore } from './settled.ts';
import { parseShard } from './shards.ts';

/** What is read away from the site is no use without its address. */
const UNPLACED =
  'Without the address of the site (--site, or address in site.md) there is no sitemap and no picture beside links, addresses in feeds and JSON are paths, and announcements do not lead to it.\n';

/** Builds what is asked for. Exit codes: 0 done, 1 the check found something else; throws a Fault for wrong input. */
export async function buildSite(options: BuildOptions): Promise<number> {
  const { edition, content, out, check, shard, cache: given } = options;
  process.env['LEDGER_NOW'] ||= new Date().toISOString();
  const cache = given ?? process.env['LEDGER_CACHE'] ?? null;
  // What both editions need to know is found out once, by code that takes longer to load than much of what it does.
  const settled = settledBefore() ?? (await import('./settle.ts')).settle({ ...options, cache });
  if (edition === undefined) return buildBoth(options, settled);
  // A part's folder holds both editions.
  const folder = out ?? (shard === undefined ? path.join('dist', edition) : 'shard');
  const build: EditionBuild = {
    ...{ edition, content, out: folder, cache, ...settled },
    ...(options.jobs !== undefined && { jobs: options.jobs }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
    ...(options.merge !== undefined && { merge: options.merge }),
    progress: showProgress(edition),
  };
  if (check) {
    const { checkEdition } = await import('./check-edition.ts');
    return checkEdition(build, (line) => process.stderr.write(`${line}\n`));
  }
  return buildOne(build, options.json === true);
}

async function buildOne(build: EditionBuild, json: boolean): Promise<0> {
  const { edition, out, site } = build;
  // Whoever only starts the processes of both editions does not need it.
  const { buildEdition } = await import('./build-edition.ts');
  const report = await buildEdition(build);
  if (json) process.stdout.write(`${JSON.stringify({ edition, ...report })}\n`);
  const { units, made, removed } = report;
  const what = made === units ? 'all of it made' : `${made} of ${units} parts made anew, ${removed} removed`;
  process.stderr.write(`The ${edition} edition is in ${path.relative('.', out) || '.'} (${what})\n`);
  if (edition === 'public' && site === null) process.stderr.write(UNPLACED);
  return 0;
}

/**
 * Each edition has a process of its own: nothing that one has loaded can reach the other. Where both are there already,
 * they are made at once; where all has to be made, each has all cores for itself.
 */
async function buildBoth(options: BuildOptions, settled: Settled): Promise<number> {
  const { shard, content } = options;
  const out = options.out ?? (shard === undefined ? 'dist' : 'shard');
  const run = (edition: Edition): Promise<number> => {
    const place = shard === undefined ? path.join(out, edition) : out;
    const own = ['--edition', edition, '--content', content, '--out', place];
    return ended([...own, ...passedOptions(options)], settled);
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
function passedOptions({ cache, jobs, check, shard, merge, json }: BuildOptions): string[] {
  return [
    ...(cache === undefined ? [] : ['--cache', cache]),
    ...(jobs === undefined ? [] : ['--jobs', String(jobs)]),
    ...(shard === undefined ? [] : ['--shard', shard]),
    ...(merge === undefined ? [] : ['--merge', ...merge]),
    ...(check ? ['--check'] : []),
    ...(json ? ['--json'] : []),
  ];
}

function ended(options: string[], settled: Settled): Promise<number> {
  const script = path.resolve(import.meta.dirname, '../build.ts');
  return new Promise((resolve, reject) => {
    const compiled = compiledCode();
    const child = spawn(process.execPath, [script, ...options], {
      stdio: 'inherit',
      env: {
        ...(compiled !== null && { NODE_COMPILE_CACHE: compiled }),
        ...process.env,
        [SETTLED]: JSON.stringify(settled),
      },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });
}
