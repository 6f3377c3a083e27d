import { expect } from 'vitest';
import { compareVersions, isPrerelease } from '../../src/history/version-order.ts';
import type { Release } from '../../src/records/index.ts';
import { git } from '../world/index.ts';
import type { TestLedger, ToldConservation } from './test-ledger.ts';

/**
 * Asks git itself for the commits of every release of a ledger of one repository, and compares: each commit
 * stands in the rows exactly once, the parts add up, and nothing is unresolved.
 */
export async function checkConservation(ledger: TestLedger): Promise<void> {
  const releases = ledger.versions().map((version) => ledger.release(version));
  const finals = releases.filter(({ version }) => !isPrerelease(version));
  const ordered = await versionsFollowHistory(ledger, releases);
  for (const release of releases)
    await checkRelease(ledger, release, isPrerelease(release.version) ? releases : finals, ordered);
  const told = await ledger.conservation();
  const every = told.commits.map(({ commit }) => commit);
  expect(new Set(every).size, 'a commit is in one final release at most').toBe(every.length);
  const reached = finals.length === 0 ? [] : await revList(ledger, commitsOf(finals), []);
  expect(every.toSorted()).toEqual(reached);
}

async function checkRelease(
  ledger: TestLedger,
  release: Release,
  among: Release[],
  ordered: boolean,
): Promise<void> {
  const { version } = release;
  const told = await ledger.conservation(version);
  expectSum(told, version);
  const earlier = among.filter((other) => compareVersions(other.version, version) < 0);
  const rows = told.commits.map(({ commit }) => commit).toSorted();
  expect(new Set(rows).size, `${version}: each commit once`).toBe(rows.length);
  if (ordered)
    expect(rows, `${version}: the commits that git names`).toEqual(
      await revList(ledger, [release.tag.commit], commitsOf(earlier)),
    );
}

/** The parts of a sum are what its rows say, and add up. */
export function expectSum({ sum, commits }: ToldConservation, version: string): void {
  const count = (what: string): number => commits.filter(({ disposition }) => disposition === what).length;
  expect(sum, version).toEqual({
    commits: commits.length,
    published: count('published'),
    excluded: count('excluded'),
    cancelled: count('cancelled'),
    folded: count('folded'),
    unresolved: 0,
  });
  for (const row of commits)
    if (row.disposition !== 'published') expect(row.reason, `${version} ${row.commit}`).not.toBe('');
}

/** True where no release reaches one of a higher version. */
async function versionsFollowHistory(ledger: TestLedger, releases: Release[]): Promise<boolean> {
  const order = releases.toSorted((a, b) => compareVersions(a.version, b.version));
  for (const [index, release] of order.entries()) {
    const later = order.slice(index + 1).filter(({ tag }) => tag.commit !== release.tag.commit);
    const reached = await revList(ledger, [release.tag.commit], []);
    if (later.some(({ tag }) => reached.includes(tag.commit))) return false;
  }
  return true;
}

function commitsOf(releases: readonly Release[]): string[] {
  return releases.map(({ tag }) => tag.commit);
}

/** Commits that `tips` reach and `without` do not, by git, sorted. */
export async function revList(
  { repository }: TestLedger,
  tips: readonly string[],
  without: readonly string[],
): Promise<string[]> {
  const listing = await git(repository, [
    'rev-list',
    ...tips,
    ...(without.length > 0 ? ['--not', ...without] : []),
  ]);
  return listing
    .split('\n')
    .filter((id) => id !== '')
    .toSorted();
}
