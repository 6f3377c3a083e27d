import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { auditText } from './bench/audit/audit-text.ts';
import { measureAudit } from './bench/audit.ts';
import { TEN_YEARS } from './bench/big-ledger/shape.ts';
import { writeBigLedger } from './bench/big-ledger.ts';
import { measureCommands } from './bench/commands.ts';
import { measureDeployments } from './bench/deployments.ts';
import { measureHistory } from './bench/git-history.ts';
import { newcomerTable, playNewcomer } from './bench/newcomer.ts';
import { measurePullRequests } from './bench/pull-requests.ts';
import { measureRegenerate } from './bench/regenerate.ts';
import { siteText } from './bench/site/site-text.ts';
import { measureSite } from './bench/site.ts';
import { table } from './bench/table.ts';
import { measureVerdict } from './bench/verdict.ts';
import { measureVerify } from './bench/verify.ts';

const program = new Command('bench')
  .description(
    'Measures a full offline harvest of a repository against `git log` and git-cliff, or a harvest of pull requests.',
  )
  .option('--repo <path>', 'measure on this clone')
  .option('--pull-requests <count>', 'measure on a tenth of so many pull requests, and on all of them')
  .option('--verdict <changes>', 'measure the judgement of a release of so many changes')
  .option('--commands <releases>', 'measure commands on one release of a ledger of so many')
  .option('--deployments <count>', 'measure the evaluation of so many deployments to four environments')
  .option('--verify <seals>', 'measure the verification of a chain of so many seals')
  .option(
    '--audit <rows>',
    'measure the internal edition of a ledger with so many production changes in a year',
  )
  .option(
    '--site <releases>',
    'measure the public edition of a product of so many releases, beside Hugo where that is installed',
  )
  .option(
    '--regenerate <releases>',
    'measure both editions of so many releases: from nothing, and after one new release',
  )
  .option(
    '--newcomer <repositories...>',
    'play a newcomer from a clone of this tool to both editions; several of one start with commas between',
  )
  .option('--generate <folder>', 'write a ledger of ten years below an empty folder, to measure by hand')
  .option('--releases <count>', 'with --generate: how many releases it has', '10000')
  .option('--rounds <count>', 'counted rounds after one warm-up', '5')
  .option('--json', 'print the figures as JSON')
  .parse();
const options = program.opts<{
  repo?: string;
  pullRequests?: string;
  verdict?: string;
  commands?: string;
  deployments?: string;
  verify?: string;
  audit?: string;
  site?: string;
  regenerate?: string;
  newcomer?: string[];
  generate?: string;
  releases: string;
  rounds: string;
  json?: boolean;
}>();
const rounds = Number(options.rounds);

async function onHistory(repository: string, work: string): Promise<void> {
  const figures = await measureHistory(repository, work, rounds);
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const count = spawnSync('git', ['-C', repository, 'rev-list', '--all', '--count'], { encoding: 'utf8' });
  const rows = figures.map(({ name, seconds, ratio, megabytes }) => [
    name,
    seconds.toFixed(2),
    ratio.toFixed(2),
    megabytes?.toFixed(0) ?? '–',
  ]);
  const head = `${repository}: ${count.stdout.trim()} commits, medians of ${rounds} rounds\n\n`;
  process.stdout.write(head + table(['', 'seconds', '× git log', 'peak MB'], rows));
}

async function onPullRequests(count: number, work: string): Promise<void> {
  const figures = [
    ...(await measurePullRequests(Math.ceil(count / 10), work, rounds)),
    ...(await measurePullRequests(count, work, rounds)),
  ];
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const rows = figures.map(({ name, pullRequests, calls, seconds, megabytes }) => [
    `${pullRequests.toLocaleString('en')} pull requests, ${name}`,
    String(calls),
    seconds.toFixed(2),
    megabytes?.toFixed(0) ?? '–',
  ]);
  process.stdout.write(table(['', 'calls', 'seconds', 'peak MB'], rows));
}

function onVerdict(changes: number): void {
  const figure = measureVerdict(changes, Math.max(20, rounds));
  if (options.json) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
  const { votes, reports, milliseconds } = figure;
  process.stdout.write(
    `${changes} changes, ${votes} votes, ${reports} reports: judged in ${milliseconds.toFixed(1)} ms (median)\n`,
  );
}

async function onCommands(releases: number, work: string): Promise<void> {
  const figures = await measureCommands(releases, work, rounds);
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const rows = figures.map(({ name, seconds }) => [name, (seconds * 1000).toFixed(0)]);
  const head = `one of ${releases.toLocaleString('en')} releases, medians of ${rounds} rounds`;
  process.stdout.write(table([head, 'ms'], rows));
}

function onDeployments(count: number): void {
  const figures = measureDeployments(count, rounds);
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const rows = figures.map(({ what, milliseconds }) => [what, milliseconds.toFixed(0)]);
  process.stdout.write(table([`${count.toLocaleString('en')} deployments`, 'ms'], rows));
}

async function onVerify(seals: number, work: string): Promise<void> {
  const figures = await measureVerify(seals, work, rounds);
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const [first] = figures;
  const head = `${first?.seals.toLocaleString('en')} seals over ${first?.files.toLocaleString('en')} files`;
  const rows = figures.map(({ name, seconds, processor, megabytes, ratio }) => [
    name,
    seconds.toFixed(2),
    processor?.toFixed(2) ?? '–',
    ratio.toFixed(2),
    megabytes?.toFixed(0) ?? '–',
  ]);
  process.stdout.write(table([head, 'seconds', 'processor', '× sha256sum', 'peak MB'], rows));
}

async function onRegenerate(releases: number, work: string): Promise<void> {
  const figures = await measureRegenerate(releases, work, rounds);
  if (options.json) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const rows = figures.map(({ name, seconds, megabytes, ratio }) => [
    name,
    seconds.toFixed(2),
    ratio.toFixed(3),
    megabytes?.toFixed(0) ?? '–',
  ]);
  const head = `${releases.toLocaleString('en')} releases, both editions`;
  process.stdout.write(table([head, 'seconds', '× from nothing', 'peak MB'], rows));
}

async function onAudit(rows: number, work: string): Promise<void> {
  const figures = await measureAudit(rows, work);
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : auditText(figures));
}

async function onSite(releases: number, work: string): Promise<void> {
  const figures = await measureSite(releases, work);
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : siteText(figures));
}

function onNewcomer(all: readonly string[], work: string): void {
  const figures = all.map((repositories) => playNewcomer(repositories, work));
  process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : newcomerTable(figures));
}

function onGenerate(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) program.error(`${folder} is not empty`);
  const { releases, changes, files } = writeBigLedger(folder, {
    ...TEN_YEARS,
    releases: Number(options.releases),
  });
  process.stdout.write(`${releases} releases, ${changes} changes, ${files} files in ${folder}\n`);
}

const work = mkdtempSync(path.join(os.tmpdir(), 'ledger-bench-'));
process.env['LEDGER_CACHE'] = path.join(work, 'cache');
try {
  const { releases: _releases, rounds: _rounds, json: _json, ...asked } = options;
  const { deployments, commands, verify, audit, site, regenerate, newcomer, generate } = asked;
  if (Object.values(asked).every((option) => option === undefined))
    program.error(
      'say what to measure: --repo PATH, --pull-requests COUNT, --verdict CHANGES, --commands RELEASES, --deployments COUNT, --verify SEALS, --audit ROWS, --site RELEASES, --regenerate RELEASES, --newcomer REPOSITORIES',
    );
  if (generate !== undefined) onGenerate(path.resolve(generate));
  if (verify !== undefined) await onVerify(Number(verify), work);
  if (newcomer !== undefined) onNewcomer(newcomer, work);
  if (regenerate !== undefined) await onRegenerate(Number(regenerate), work);
  if (audit !== undefined) await onAudit(Number(audit), work);
  if (site !== undefined) await onSite(Number(site), work);
  if (deployments !== undefined) onDeployments(Number(deployments));
  if (commands !== undefined) await onCommands(Number(commands), work);
  if (options.verdict !== undefined) onVerdict(Number(options.verdict));
  if (options.repo !== undefined) await onHistory(path.resolve(options.repo), work);
  if (options.pullRequests !== undefined) await onPullRequests(Number(options.pullRequests), work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
