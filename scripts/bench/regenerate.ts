import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compareVersions } from '../../src/history/version-order.ts';
import { TEN_YEARS } from './big-ledger/shape.ts';
import { writeBigLedger } from './big-ledger.ts';
import { measure, median, type Run } from './measure.ts';

/** What it costs to build both editions of a ledger, and to build them again. */
export interface RegenerateFigure {
  name: string;
  releases: number;
  seconds: number;
  /** At its peak, of all processes together. */
  megabytes: number | null;
  /** Against the build from nothing. */
  ratio: number;
}

const BEGIN = Date.parse('2026-10-02T10:00:00Z');
const HOUR = 3_600_000;

/**
 * Builds both editions of a ledger of so many releases from nothing, then again and again: an hour later with nothing
 * changed, and on the next day with one new release that has votes, stages, changes and a deployment. Medians of
 * `rounds`; the build from nothing is measured once.
 */
export async function measureRegenerate(
  releases: number,
  work: string,
  rounds: number,
): Promise<RegenerateFigure[]> {
  const content = path.join(work, 'content');
  writeBigLedger(content, { ...TEN_YEARS, releases });
  const newest = newestRelease(content);
  const held = path.join(work, 'held');
  newest.move(content, held);
  let moment = BEGIN;
  const build = (name: string): Promise<Run> => measure({ name, ...command(content, work, moment) });
  const full = await build('from nothing');
  const same: Run[] = [];
  const one: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    moment += HOUR;
    same.push(await build('nothing changed'));
    newest.move(held, content);
    moment += 24 * HOUR;
    one.push(await build('one new release'));
    newest.move(content, held);
    await build('one release taken away');
    process.stderr.write(`\r\x1b[Kround ${round + 1} of ${rounds}`);
  }
  process.stderr.write('\r\x1b[K');
  const figure = (name: string, runs: readonly Run[]): RegenerateFigure => ({
    ...{ name, releases, seconds: median(runs.map(({ seconds }) => seconds)) },
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes ?? 0)),
    ratio: median(runs.map(({ seconds }) => seconds)) / full.seconds,
  });
  return [
    figure('from nothing', [full]),
    figure('an hour later, nothing changed', same),
    figure('a day later, one new release', one),
  ];
}

function command(
  content: string,
  work: string,
  moment: number,
): Pick<Parameters<typeof measure>[0], 'command' | 'environment' | 'memory'> {
  const places = ['--content', content, '--out', path.join(work, 'out'), '--cache', path.join(work, 'cache')];
  return {
    command: [process.execPath, 'scripts/build.ts', ...places],
    environment: { LEDGER_NOW: new Date(moment).toISOString(), NODE_ENV: 'production' },
    memory: 'watched',
  };
}

/** The newest release of the first product, and what takes it from one ledger to another. */
function newestRelease(content: string): { move(from: string, to: string): void } {
  const [product = ''] = readdirSync(path.join(content, 'products')).map((name) => name.replace(/\.md$/, ''));
  const versions = readdirSync(path.join(content, 'notes', product)).map((name) => name.slice(0, -3));
  const version = versions.sort(compareVersions).at(-1) ?? '';
  const deployments = path.join('ledger', product, 'deployments', 'production');
  const files = [
    path.join('notes', product, `${version}.md`),
    path.join('ledger', product, 'releases', version),
    ...readdirSync(path.join(content, deployments))
      .filter((name) => name.endsWith(`-${version}.md`))
      .map((name) => path.join(deployments, name)),
  ];
  return {
    move(from, to) {
      for (const file of files) {
        cpSync(path.join(from, file), path.join(to, file), { recursive: true });
        rmSync(path.join(from, file), { recursive: true });
      }
    },
  };
}
