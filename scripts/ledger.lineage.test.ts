import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteEntry } from '../src/records/index.ts';
import { Hosted } from './testing/hosted.ts';
import { useHosted } from './testing/hosted-ledger.ts';
import { buildHistory, type Step, stepArbitrary } from './testing/random-history.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { git, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const hosted = useHosted();

function parents(ledger: TestLedger, version: string): string[] {
  const { previous, descendsFrom } = ledger.note(version);
  return descendsFrom ?? (previous === null ? [] : [previous]);
}

/** The release itself and all that it descends from, by the notes alone. */
function heldBy(ledger: TestLedger, version: string): Set<string> {
  const held = new Set([version]);
  for (const next of held) for (const parent of parents(ledger, next)) held.add(parent);
  return held;
}

function entry(ledger: TestLedger, version: string, id: string): NoteEntry | undefined {
  return ledger.note(version).entries.find((one) => one.id === id);
}

describe('a release that is cut from the main line between two others', () => {
  async function cut(name: string): Promise<TestLedger> {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.9.0', repo.commit({ message: 'feat: m3 (#3)' }));
    repo.commit({ message: 'fix: m4 (#4)' });
    repo.commit({ message: 'fix: m5 (#5)' });
    repo.branch('release-1.9');
    repo.tag('v1.9.1', repo.commit({ on: 'release-1.9', message: 'fix: only there (#6)' }));
    repo.commit({ message: 'feat: m9 (#9)' });
    repo.tag('v1.10.0-rc.1');
    repo.tag('v1.10.0', repo.commit({ message: 'fix: last (#10)' }));
    repo.tag('v1.11.0', repo.commit({ message: 'feat: next (#11)' }));
    return space.harvested(name, repo);
  }

  test('takes its changes first, and they name the first later release that has them too', async () => {
    const ledger = await cut('cut-changes');
    expect(await ledger.ids('1.9.1')).toEqual(['core-4', 'core-5', 'core-6']);
    for (const id of ['core-4', 'core-5'])
      expect(entry(ledger, '1.9.1', id)?.alsoIn, id).toEqual(['1.10.0-rc.1']);
    expect(entry(ledger, '1.9.1', 'core-6')?.alsoIn).toBeUndefined();
    expect(entry(ledger, '1.10.0', 'core-9')?.alsoIn).toBeUndefined();
  });

  test('is held by none of them, which their notes say where they are described against another one', async () => {
    const ledger = await cut('cut-lines');
    const told = Object.fromEntries(
      ledger.versions().map((version) => [version, ledger.note(version).descendsFrom]),
    );
    expect(told).toEqual({
      '1.9.0': undefined,
      '1.9.1': undefined,
      '1.10.0-rc.1': ['1.9.0'],
      '1.10.0': ['1.10.0-rc.1'],
      '1.11.0': undefined,
    });
    expect([...heldBy(ledger, '1.11.0')].sort()).toEqual(['1.10.0', '1.10.0-rc.1', '1.11.0', '1.9.0']);
  });
});

test('a branch that was merged back is one of two lines that a release descends from', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  repo.branch('release-1.0');
  repo.tag('v1.0.1', repo.commit({ on: 'release-1.0', message: 'fix: mend (#2)' }));
  repo.tag('v1.1.0', repo.commit({ message: 'feat: go on (#3)' }));
  repo.merge({ from: 'release-1.0', message: "Merge branch 'release-1.0'" });
  repo.tag('v1.2.0');
  const ledger = await space.harvested('merged-back', repo);
  expect(ledger.note('1.2.0')).toMatchObject({ previous: '1.1.0', descendsFrom: ['1.0.1', '1.1.0'] });
  expect(ledger.note('1.1.0').descendsFrom).toEqual(['1.0.0']);
  expect(entry(ledger, '1.0.1', 'core-2')?.alsoIn).toBeUndefined();
});

test('a release with a root of its own descends from nothing, and says so', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  repo.orphan('anew');
  repo.tag('v2.0.0', repo.commit({ on: 'anew', message: 'feat: start anew (#2)' }));
  const ledger = await space.harvested('own-root', repo);
  expect(ledger.note('2.0.0')).toMatchObject({ previous: '1.0.0', descendsFrom: [] });
});

test('a later release that took the change back does not carry it; one that brought it again does', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  const change = repo.commit({ message: 'feat: try it (#2)' });
  repo.branch('release-1.0');
  repo.tag('v1.0.1', repo.commit({ on: 'release-1.0', message: 'fix: mend (#3)' }));
  const revert = repo.revert(change);
  repo.tag('v1.1.0');
  repo.branch('again');
  repo.revert(revert, { on: 'again' });
  repo.tag('v2.0.0-rc.1', repo.tip('again'));
  const ledger = await space.harvested('taken-back-later', repo);
  expect(entry(ledger, '1.0.1', 'core-2')).toBeDefined();
  // 1.1.0 reaches it too, but has its revert; the candidate grew from there and reverts the revert.
  expect(entry(ledger, '1.0.1', 'core-2')?.alsoIn).toEqual(['2.0.0-rc.1']);
});

test('a later release to which it came again carries it, and so does one that it came back to', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  const change = repo.commit({ message: 'feat: try it (#2)' });
  repo.branch('release-1.0');
  repo.tag('v1.0.1', repo.commit({ on: 'release-1.0', message: 'fix: mend (#3)' }));
  const revert = repo.revert(change);
  repo.branch('release-2.0');
  repo.revert(revert, { on: 'release-2.0' });
  repo.tag('v2.0.0', repo.tip('release-2.0'));
  repo.cherryPick(change, { on: 'main', withTrailer: true });
  for (const minor of [1, 2]) {
    repo.branch(`release-1.${minor}`);
    repo.tag(
      `v1.${minor}.0`,
      repo.commit({ on: `release-1.${minor}`, message: `chore: polish (#1${minor})` }),
    );
  }
  const ledger = await space.harvested('came-again', repo);
  expect(entry(ledger, '1.1.0', 'core-2')).toBeDefined();
  expect(entry(ledger, '1.2.0', 'core-2')).toBeUndefined();
  expect(entry(ledger, '1.0.1', 'core-2')?.alsoIn).toEqual(['1.1.0', '1.2.0', '2.0.0']);
});

test('a pull request that an earlier release has in part is named by the later one alone', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  repo.branch('work');
  repo.tag('v1.0.1', repo.commit({ on: 'work', message: 'wip' }));
  repo.commit({ on: 'work', message: 'rest' });
  repo.merge({ from: 'work', message: 'Merge pull request #2 from a/work\n\nfeat: add cards' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('in-part', repo);
  expect(entry(ledger, '1.0.1', 'core-2')).not.toHaveProperty('alsoIn');
  expect(entry(ledger, '1.1.0', 'core-2')?.alsoIn).toEqual(['1.0.1']);
});

describe('a candidate that has the original of a backport', () => {
  async function backported(name: string, final: boolean): Promise<TestLedger> {
    const repo = new RepositoryBuilder();
    repo.tag('v1.8.4', repo.commit({ message: 'feat: start (#1)' }));
    repo.branch('release-1.8');
    const fix = repo.commit({ message: 'fix: mend (#2)' });
    repo.tag('v1.9.0-rc.1');
    repo.tag('v1.8.5', repo.cherryPick(fix, { on: 'release-1.8', withTrailer: true }));
    if (final) repo.tag('v1.9.0', repo.commit({ message: 'docs: tell (#3)' }));
    return space.harvested(name, repo);
  }

  test('is named while it stands open', async () => {
    const ledger = await backported('open-candidate', false);
    expect(entry(ledger, '1.8.5', 'core-2')?.alsoIn).toEqual(['1.9.0-rc.1']);
    expect(entry(ledger, '1.9.0-rc.1', 'core-2')?.alsoIn).toEqual(['1.8.5']);
  });

  test('leaves that to its release', async () => {
    const ledger = await backported('folded-candidate', true);
    expect(entry(ledger, '1.8.5', 'core-2')?.alsoIn).toEqual(['1.9.0']);
    for (const version of ['1.9.0-rc.1', '1.9.0'])
      expect(entry(ledger, version, 'core-2')?.alsoIn, version).toEqual(['1.8.5']);
  });
});

test('a candidate of a side branch and its release do not name each other for a copy', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  repo.branch('trial');
  const change = repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag('v2.0.0-alpha.1', repo.cherryPick(change, { on: 'trial', withTrailer: true }));
  repo.tag('v2.0.0', repo.tip('main'));
  const ledger = await space.harvested('side-candidate', repo);
  for (const version of ['2.0.0-alpha.1', '2.0.0'])
    expect(entry(ledger, version, 'core-2'), version).not.toHaveProperty('alsoIn');
});

test('a copy and a line that grew past it are both told, and again where history goes on', async () => {
  const repo = new RepositoryBuilder();
  repo.tag('v1.0.0', repo.commit({ message: 'feat: start (#1)' }));
  repo.branch('release-1.0');
  const fix = repo.commit({ message: 'fix: mend (#2)' });
  repo.cherryPick(fix, { on: 'release-1.0', withTrailer: true });
  repo.tag('v1.0.1', repo.tip('release-1.0'));
  repo.branch('release-1.1');
  repo.tag('v1.1.0', repo.commit({ on: 'release-1.1', message: 'chore: polish (#3)' }));
  repo.commit({ message: 'feat: go on (#4)' });
  repo.branch('release-1.2');
  repo.tag('v1.2.0', repo.commit({ on: 'release-1.2', message: 'chore: polish again (#5)' }));
  const ledger = await space.harvested('copy-and-lines', repo);
  expect(entry(ledger, '1.0.1', 'core-2')?.alsoIn).toEqual(['1.1.0', '1.2.0']);
  expect(entry(ledger, '1.1.0', 'core-2')?.alsoIn).toEqual(['1.0.1', '1.2.0']);
  repo.tag('v1.2.1', repo.commit({ on: 'release-1.2', message: 'fix: patch (#6)' }));
  repo.tag('v1.3.0', repo.commit({ message: 'feat: more (#7)' }));
  await ledger.harvest(repo);
  expect(entry(ledger, '1.0.1', 'core-2')?.alsoIn).toEqual(['1.1.0', '1.2.0', '1.3.0']);
  expect(entry(ledger, '1.2.0', 'core-4')?.alsoIn).toEqual(['1.3.0']);
});

describe('in any history without reverts', () => {
  const steps = fc.array(
    stepArbitrary.filter(({ kind }) => kind !== 'revert'),
    { minLength: 15, maxLength: 45, size: 'max' },
  );
  let histories = 0;

  async function harvested(taken: readonly Step[]): Promise<TestLedger> {
    histories += 1;
    const ledger = space.ledger(`lines-${histories}`);
    await ledger.harvest(buildHistory(taken));
    return ledger;
  }

  test('the notes tell which release holds which, and carries what', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const ledger = await harvested(taken);
        const reached = await reachedCommits(ledger);
        const told = whoTells(ledger);
        const commits = await commitsOf(ledger);
        for (const version of ledger.versions()) {
          const held = heldBy(ledger, version);
          for (const other of held)
            expect(reached.get(version), `${version} holds ${other}`).toContain(
              ledger.release(other).tag.commit,
            );
          for (const [id, places] of told) {
            const carries = [...(commits.get(id) ?? [])].some((commit) => reached.get(version)?.has(commit));
            expect(
              [...places].some((place) => held.has(place)),
              `${version} carries ${id}`,
            ).toBe(carries);
          }
        }
      }),
      { seed: 20_260_109, numRuns: 12 },
    );
  }, 60_000);
});

/** By release: every commit that its tag reaches, as git says. */
async function reachedCommits(ledger: TestLedger): Promise<Map<string, Set<string>>> {
  const lists = ledger.versions().map(async (version) => {
    const listing = await git(ledger.repository, ['rev-list', ledger.release(version).tag.commit]);
    return [version, new Set(listing.trim().split('\n'))] as const;
  });
  return new Map(await Promise.all(lists));
}

/** By entry: the releases that tell it, and those that it names. */
function whoTells(ledger: TestLedger): Map<string, Set<string>> {
  const told = new Map<string, Set<string>>();
  for (const version of ledger.versions())
    for (const { id, alsoIn = [] } of ledger.note(version).entries)
      told.set(id, new Set([...(told.get(id) ?? []), version, ...alsoIn]));
  return told;
}

/** By change: its commits and those of its copies, in whatever release. */
async function commitsOf(ledger: TestLedger): Promise<Map<string, Set<string>>> {
  const commits = new Map<string, Set<string>>();
  for (const version of ledger.versions())
    for (const { change, commit, disposition } of (await ledger.conservation(version)).commits)
      if (change !== null && disposition !== 'cancelled')
        commits.set(change, (commits.get(change) ?? new Set()).add(commit));
  return commits;
}

test('an entry names its feature only where the product’s page does, also a stable one', async () => {
  const project = new Hosted();
  project.squash({
    number: 12,
    title: 'feat: add pools',
    labels: ['Feature/Pool-Upgrades', 'feature/inner'],
  });
  project.squash({ number: 13, title: 'feat: add inner', labels: ['feature/inner'] });
  project.repo.tag('v1.1.0');
  const ledger = await hosted.online('features', project);
  expect(ledger.noteText('1.1.0')).not.toMatch(/feature:|inner\b.*inner/);
  ledger.edit('products/core.md', () =>
    [
      '---',
      'schema: 1',
      'name: Core',
      'modules: [{id: core, name: Core}]',
      'features: [{id: pool-upgrades, name: Pool upgrades}]',
      '---',
      '',
    ].join('\n'),
  );
  await ledger.online();
  expect(entry(ledger, '1.1.0', 'core-12')).toMatchObject({ feature: 'pool-upgrades', maturity: 'stable' });
  expect(entry(ledger, '1.1.0', 'core-13')).not.toHaveProperty('feature');
});
