import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { type Contender, measureAll, median, type Run } from './bench/measure.ts';

const options = new Command('bench')
  .description('Measures a full offline harvest of a repository against `git log` and git-cliff, in one run.')
  .requiredOption('--repo <path>', 'the clone to measure on')
  .option('--rounds <count>', 'counted rounds after one warm-up', '5')
  .option('--json', 'print the figures as JSON')
  .parse()
  .opts<{ repo: string; rounds: string; json?: boolean }>();

const repository = path.resolve(options.repo);
const work = mkdtempSync(path.join(os.tmpdir(), 'ledger-bench-'));
const [full, again] = [path.join(work, 'full'), path.join(work, 'again')];
const cliff = path.resolve('node_modules/.bin/git-cliff');
process.env['LEDGER_CACHE'] = path.join(work, 'cache');

const LOG = 'git log --all, every message';
const ASSIGN = 'read, parse, assign';
const FULL = 'harvest, all records written';
const AGAIN = 'harvest again, nothing new';
const CLIFF = 'git-cliff --offline';

function harvest(content: string): string[] {
  return [
    process.execPath,
    'scripts/ledger.ts',
    '--content',
    content,
    'harvest',
    '--product',
    'bench',
    '--repo',
    repository,
    '--offline',
  ];
}

function contenders(): Contender[] {
  const list: Contender[] = [
    { name: LOG, command: ['git', '-C', repository, 'log', '--all', '--format=%B'] },
    { name: ASSIGN, command: [process.execPath, 'scripts/bench/assign.ts', again, 'bench'] },
    { name: FULL, command: harvest(full), prepare: () => rmSync(full, { recursive: true, force: true }) },
    { name: AGAIN, command: harvest(again) },
  ];
  if (existsSync(cliff))
    list.push({
      name: CLIFF,
      command: [cliff, '--offline', '--repository', repository, '-o', path.join(work, 'cliff.md')],
    });
  return list;
}

interface Figure {
  name: string;
  seconds: number;
  /** Against `git log`. */
  ratio: number;
  megabytes: number | null;
}

function figuresOf(runs: Map<string, Run[]>): Figure[] {
  const log = runs.get(LOG) ?? [];
  return [...runs].map(([name, all]) => ({
    name,
    seconds: median(all.map(({ seconds }) => seconds)),
    ratio: median(all.map(({ seconds }, round) => seconds / (log[round]?.seconds ?? Number.NaN))),
    megabytes: all.some(({ megabytes }) => megabytes === null)
      ? null
      : Math.max(...all.map(({ megabytes }) => megabytes ?? 0)),
  }));
}

function print(figures: Figure[]): void {
  const commits = spawnSync('git', ['-C', repository, 'rev-list', '--all', '--count'], {
    encoding: 'utf8',
  }).stdout.trim();
  process.stdout.write(`${repository}: ${commits} commits, medians of ${options.rounds} rounds\n\n`);
  process.stdout.write(
    `${''.padEnd(32)}${'seconds'.padStart(9)}${'× git log'.padStart(11)}${'peak MB'.padStart(9)}\n`,
  );
  for (const { name, seconds, ratio, megabytes } of figures)
    process.stdout.write(
      `${name.padEnd(32)}${seconds.toFixed(2).padStart(9)}${ratio.toFixed(2).padStart(11)}${(megabytes?.toFixed(0) ?? '–').padStart(9)}\n`,
    );
}

try {
  await measureAll([{ name: 'first', command: harvest(again) }], 0);
  const figures = figuresOf(await measureAll(contenders(), Number(options.rounds)));
  if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else print(figures);
} finally {
  rmSync(work, { recursive: true, force: true });
}
