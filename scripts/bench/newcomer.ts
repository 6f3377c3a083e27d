import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { leadOf, type Policy } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import { isAddress } from '../sources/git/mirror.ts';
import { LedgerReader } from '../store/read.ts';

const TOOL = fileURLToPath(new URL('../..', import.meta.url));

/** What somebody typed, and how long it took. */
export interface TypedCommand {
  typed: string;
  seconds: number;
}

/** One newcomer: from a clone of this tool to both editions of their repositories. */
export interface NewcomerFigure {
  /** The repositories, as they were given. */
  name: string;
  products: number;
  modules: number;
  /** Releases that tags make, and those that both editions show. */
  tagged: number;
  shown: number;
  typed: TypedCommand[];
  seconds: number;
  /** Files of the tool and the ledger that had to be edited: none, or this throws. */
  edited: 0;
}

/**
 * Plays somebody who has never seen this tool: clones it, installs it, starts a ledger of some repositories, and builds
 * both editions, without editing a file. Throws where an edition lacks a release. `repositories` are addresses, or clones
 * that are there already, with commas between.
 */
export function playNewcomer(repositories: string, work: string): NewcomerFigure {
  const home = path.join(work, repositories.replace(/[^\w.-]+/g, '_').slice(-60));
  mkdirSync(home, { recursive: true });
  const given = repositories.split(',').map((one) => (existsSync(one) ? path.resolve(one) : one));
  const typed: TypedCommand[] = [];
  const type = (command: string, folder: string): void => void typed.push(timed(command, folder, home));
  type(`git clone --quiet ${TOOL} release-ledger`, home);
  const tool = path.join(home, 'release-ledger');
  type('npm ci --silent', tool);
  type(`npm run -s ledger -- --content ../ledger/content init --yes --offline ${given.join(' ')}`, tool);
  type('npm run -s build -- --content ../ledger/content --out ../ledger/dist', tool);
  requireUnedited(tool);
  const seconds = typed.reduce((sum, one) => sum + one.seconds, 0);
  return { name: repositories, typed, seconds, edited: 0, ...shownReleases(home) };
}

function timed(typed: string, folder: string, home: string): TypedCommand {
  const start = performance.now();
  const [program = '', ...args] = typed.split(' ');
  const env = { ...process.env, LEDGER_CACHE: path.join(home, 'cache'), LEDGER_CONTENT: undefined };
  const { status, stderr } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${typed} ended with ${status}:\n${stderr.slice(-4000)}`);
  return { typed, seconds: (performance.now() - start) / 1000 };
}

function requireUnedited(tool: string): void {
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: tool, encoding: 'utf8' });
  if (stdout !== '') throw new Error(`the tool was changed:\n${stdout}`);
}

/** Counts releases by tags, and those with a page in both editions. */
function shownReleases(home: string): Pick<NewcomerFigure, 'products' | 'modules' | 'tagged' | 'shown'> {
  const content = path.join(home, 'ledger/content');
  const reader = new LedgerReader(content);
  const policies = reader.products().map((product) => reader.knownPolicy(product).policy);
  let [tagged, shown, modules] = [0, 0, 0];
  for (const policy of policies) {
    const versions = taggedVersions(policy, content);
    const missing = versions.filter(
      (version) => !hasPages(path.join(home, 'ledger/dist'), policy.product, version),
    );
    if (missing.length > 0)
      throw new Error(`${policy.product}: no page of ${missing.slice(0, 9).join(', ')}`);
    if (reader.versions(policy.product).length !== versions.length)
      throw new Error(
        `${policy.product}: ${reader.versions(policy.product).length} dossiers, ${versions.length} tags`,
      );
    [tagged, shown, modules] = [
      tagged + versions.length,
      shown + versions.length,
      modules + policy.modules.length,
    ];
  }
  return { products: policies.length, modules, tagged, shown };
}

/** The versions of a product by git's own list of tags. */
function taggedVersions(policy: Policy, content: string): string[] {
  const { repository, tags } = leadOf(policy);
  const address = isAddress(repository) ? repository : path.resolve(content, repository);
  const { stdout } = spawnSync('git', ['ls-remote', '--tags', '--refs', address], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const names = stdout.split('\n').flatMap((line) => line.split('refs/tags/')[1] ?? []);
  return [...new Set(names.flatMap((name) => versionOfTag(name, tags) ?? []))];
}

function hasPages(dist: string, product: string, version: string): boolean {
  return [`public/${product}`, `internal/audit/${product}`].every((place) =>
    existsSync(path.join(dist, place, version, 'index.html')),
  );
}

/** The figures as a table for the README. */
export function newcomerTable(figures: readonly NewcomerFigure[]): string {
  const head =
    '| repositories | products, modules | releases | commands typed | minutes | of that npm ci, start, build |\n';
  const rows = figures.map(({ name, products, modules, shown, typed, seconds }) => {
    const [, install, start, build] = typed.map((one) => `${one.seconds.toFixed(0)} s`);
    const names = name.split(',').map((one) => path.basename(one).replace(/\.git$/, ''));
    return `| ${names.join(' + ')} | ${products}, ${modules} | ${shown} | ${typed.length} | ${(seconds / 60).toFixed(1)} | ${install}, ${start}, ${build} |\n`;
  });
  return `${head}| --- | ---: | ---: | ---: | ---: | ---: |\n${rows.join('')}`;
}
