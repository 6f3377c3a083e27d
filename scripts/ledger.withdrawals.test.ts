import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNoteBody } from '../src/markdown/note-body.ts';
import { type Lineage, lineageOf, lineageReleases } from '../src/notes/lineage.ts';
import type { PublicRelease } from '../src/notes/public-release.ts';
import { publishRelease } from '../src/notes/publish-release.ts';
import { carriersOf, tellingsById } from '../src/notes/tables/carriers.ts';
import { descentOf } from '../src/notes/tables/descent.ts';
import { carriedBy } from '../src/notes/upgrade/carried.ts';
import { planUpgrade } from '../src/notes/upgrade/plan-upgrade.ts';
import { answerUpgrade, type Upgrade } from '../src/notes/upgrade/upgrade.ts';
import type { NoteEntry } from '../src/records/index.ts';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, git, RepositoryBuilder } from './world/index.ts';
import { entryAt } from './world/tree.ts';

const space = useWorkspace();

function entry(ledger: TestLedger, version: string, id: string): NoteEntry | undefined {
  return ledger.note(version).entries.find((one) => one.id === id);
}

function published(ledger: TestLedger): PublicRelease[] {
  return ledger.versions().map((version) => {
    const { data, body } = ledger.reader.note(ledger.product, version) as { data: PublicNote; body: string };
    const place = {
      address: `/core/${version}/`,
      addressOf: () => '',
      pullRequestUrl: () => null,
      images: new Map(),
    };
    return publishRelease(data, parseNoteBody(body), place);
  });
}

type PublicNote = Parameters<typeof publishRelease>[0];

function lineageIn(releases: readonly PublicRelease[]): Lineage {
  return lineageOf(lineageReleases(releases));
}

/** Asks as a page does: only the notes that the plan needs are there. */
function ask(ledger: TestLedger, from: string, to: string): Record<'fresh' | 'takenBack', string[]> {
  const releases = published(ledger);
  const plan = planUpgrade(lineageIn(releases), from, to);
  if (plan.kind !== 'upgrade') throw new Error(`no plan: ${plan.kind}`);
  const needed = releases.filter(({ version }) => plan.needed.includes(version));
  const { groups, takenBack } = answerUpgrade(plan, lineageIn(releases), needed);
  const ids = (entries: Upgrade['takenBack']) => entries.flatMap((one) => one.entry.ids);
  return { fresh: ids(Object.values(groups).flat()), takenBack: ids(takenBack) };
}

describe('a change that a hotfix branch and the main line both take back', () => {
  async function both(name: string): Promise<TestLedger> {
    const repo = started();
    const change = repo.commit({ message: 'feat: add cards (#1)' });
    repo.tag('v1.9.0');
    repo.branch('release-1.9');
    repo.tag('v1.9.1', repo.commit({ on: 'release-1.9', message: 'fix: mend (#2)' }));
    repo.revert(change, { on: 'release-1.9' });
    repo.tag('v1.9.2', repo.tip('release-1.9'));
    const revert = repo.revert(change);
    repo.tag('v1.10.0');
    repo.tag('v1.10.1', repo.commit({ message: 'fix: mend more (#3)' }));
    repo.revert(revert);
    repo.tag('v1.11.0');
    return space.harvested(name, repo);
  }

  test('names both, and where one of them brought it again', async () => {
    const ledger = await both('both-lines');
    expect(entry(ledger, '1.9.0', 'core-1')).toMatchObject({
      withdrawnIn: '1.9.2',
      moreWithdrawals: [{ in: '1.10.0', restoredIn: '1.11.0' }],
    });
    const state = ledger.state();
    await ledger.harvest();
    expect(ledger.state()).toEqual(state);
  });

  test('is without it for who asks on either line', async () => {
    const ledger = await both('both-asked');
    for (const [from, to] of [
      ['1.9.1', '1.9.2'],
      ['1.9.0', '1.10.1'],
      ['1.9.1', '1.10.0'],
    ] as const)
      expect(ask(ledger, from, to).takenBack, `${from} to ${to}`).toEqual(['core-1']);
    for (const to of ['1.9.2', '1.10.0', '1.10.1'])
      expect(ask(ledger, '1.0.0', to).fresh, to).not.toContain('core-1');
    for (const [from, to] of [
      ['1.0.0', '1.11.0'],
      ['1.10.1', '1.11.0'],
      ['1.9.2', '1.11.0'],
    ] as const)
      expect(ask(ledger, from, to).fresh, `${from} to ${to}`).toContain('core-1');
    expect(ask(ledger, '1.9.0', '1.11.0').takenBack).toEqual([]);
  });
});

describe('a change that a prerelease takes back first', () => {
  async function candidate(name: string): Promise<TestLedger> {
    const repo = started();
    const change = repo.commit({ message: 'feat: add cards (#1)' });
    repo.tag('v1.9.0');
    repo.tag('v1.10.0-RC1', repo.commit({ message: 'feat: add lists (#2)' }));
    const revert = repo.revert(change);
    repo.tag('v1.10.0-RC2');
    repo.tag('v1.10.0', repo.commit({ message: 'fix: mend (#3)' }));
    repo.revert(revert);
    repo.tag('v1.11.0-RC1');
    repo.tag('v1.11.0', repo.commit({ message: 'fix: mend more (#4)' }));
    return space.harvested(name, repo);
  }

  test('names the release first, and the prereleases beside it', async () => {
    const ledger = await candidate('candidate');
    expect(entry(ledger, '1.9.0', 'core-1')).toMatchObject({
      withdrawnIn: '1.10.0',
      restoredIn: '1.11.0',
      moreWithdrawals: [
        { in: '1.10.0-RC2', restoredIn: '1.11.0-RC1' },
        { in: '1.10.0', restoredIn: '1.11.0-RC1' },
      ],
    });
  });

  test('is without it for who asks for the prerelease', async () => {
    const ledger = await candidate('candidate-asked');
    expect(ask(ledger, '1.9.0', '1.10.0-RC1').takenBack).toEqual([]);
    for (const to of ['1.10.0-RC2', '1.10.0'])
      expect(ask(ledger, '1.9.0', to).takenBack, to).toEqual(['core-1']);
    for (const to of ['1.11.0-RC1', '1.11.0'])
      expect(ask(ledger, '1.10.0', to).fresh, to).toContain('core-1');
  });
});

test('a prerelease that takes a change back is named while there is no release', async () => {
  const repo = started();
  const change = repo.commit({ message: 'feat: add cards (#1)' });
  repo.tag('v1.9.0');
  repo.revert(change);
  repo.tag('v1.10.0-RC1');
  const ledger = await space.harvested('open-candidate', repo);
  expect(entry(ledger, '1.9.0', 'core-1')).toMatchObject({ moreWithdrawals: [{ in: '1.10.0-RC1' }] });
  expect(entry(ledger, '1.9.0', 'core-1')).not.toHaveProperty('withdrawnIn');
  expect(ledger.noteText('1.9.0')).not.toContain('withdrawn in');
});

test('a change that is taken back, brought again and taken back again has two fates', async () => {
  const repo = started();
  const change = repo.commit({ message: 'feat: add cards (#1)' });
  repo.tag('v1.1.0');
  const first = repo.revert(change);
  repo.tag('v1.2.0');
  const again = repo.revert(first);
  repo.tag('v1.3.0');
  repo.revert(again);
  repo.tag('v1.4.0');
  const ledger = await space.harvested('twice', repo);
  expect(entry(ledger, '1.1.0', 'core-1')).toMatchObject({
    withdrawnIn: '1.2.0',
    restoredIn: '1.3.0',
    moreWithdrawals: [{ in: '1.4.0' }],
  });
});

test('a change that is brought again where two lines that took it back were joined is back', async () => {
  const repo = started();
  const change = repo.commit({ message: 'feat: add cards (#1)' });
  repo.tag('v1.9.0');
  repo.branch('release-1.9');
  repo.revert(change, { on: 'release-1.9' });
  repo.tag('v1.9.1', repo.tip('release-1.9'));
  const revert = repo.revert(change);
  repo.tag('v1.10.0');
  repo.merge({ from: 'release-1.9', message: "Merge branch 'release-1.9'" });
  repo.revert(revert);
  repo.tag('v1.11.0');
  const ledger = await space.harvested('joined', repo);
  expect(entry(ledger, '1.9.0', 'core-1')).toMatchObject({
    ...{ withdrawnIn: '1.9.1', restoredIn: '1.11.0' },
    moreWithdrawals: [{ in: '1.10.0', restoredIn: '1.11.0' }],
  });
  expect(ask(ledger, '1.10.0', '1.11.0').fresh).toContain('core-1');
});

test('what is taken back after it was taken back and brought again in one release is told', async () => {
  const repo = started();
  const change = repo.commit({ message: 'feat: add cards (#1)' });
  repo.tag('v1.1.0');
  const again = repo.revert(repo.revert(change));
  repo.tag('v1.2.0');
  repo.revert(again);
  repo.tag('v1.3.0');
  const ledger = await space.harvested('in-one-go', repo);
  expect(entry(ledger, '1.1.0', 'core-1')).toMatchObject({ moreWithdrawals: [{ in: '1.3.0' }] });
  expect(ask(ledger, '1.1.0', '1.2.0').takenBack).toEqual([]);
  expect(ask(ledger, '1.1.0', '1.3.0').takenBack).toEqual(['core-1']);
});

test('a line that carries a change without telling it, and takes it back, is named', async () => {
  const repo = started();
  const change = repo.commit({ message: 'feat: add cards (#1)' });
  for (const minor of [1, 2]) {
    repo.branch(`release-1.${minor}`);
    const on = `release-1.${minor}`;
    repo.tag(`v1.${minor}.0`, repo.commit({ on, message: `chore: polish (#1${minor})` }));
  }
  repo.revert(change, { on: 'release-1.2' });
  repo.tag('v1.2.1', repo.tip('release-1.2'));
  const ledger = await space.harvested('borrowing-line', repo);
  expect(entry(ledger, '1.1.0', 'core-1')).toMatchObject({
    alsoIn: ['1.2.0'],
    moreWithdrawals: [{ in: '1.2.1' }],
  });
  expect(ask(ledger, '1.2.0', '1.2.1').takenBack).toEqual(['core-1']);
  expect(ask(ledger, '1.0.0', '1.2.1').fresh).not.toContain('core-1');
});

/** One thing that happens to a repository; numbers choose among what there is at that time. */
interface Step {
  kind: 'change' | 'branch' | 'revert' | 'merge' | 'final' | 'candidate';
  pick: number;
  other: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind'][]>(
      ...(['change', 'branch', 'revert', 'revert', 'revert', 'merge'] as const),
      ...(['final', 'final', 'candidate'] as const),
    ),
    pick: fc.nat(1000),
    other: fc.nat(1000),
  }),
  { minLength: 15, maxLength: 40, size: 'max' },
);

/** A commit that does nothing but add a file, or take it away. */
interface Made {
  commit: CommitHandle;
  file: string;
  adds: boolean;
}

/** Every change "core-3" has a file of that name, so that a release's files tell what it carries. */
function build(taken: readonly Step[]): RepositoryBuilder {
  const repo = new RepositoryBuilder({ step: 60 });
  const [branches, commits]: [string[], Made[]] = [['main'], []];
  let [changes, minor, candidates] = [0, 0, 0];
  const change = (on: string) => {
    changes += 1;
    const file = `core-${changes}`;
    const message = `feat: add part ${changes} (#${changes})`;
    commits.push({ commit: repo.commit({ on, message, files: { [file]: message } }), file, adds: true });
  };
  change('main');
  repo.tag('v1.0.0');
  for (const { kind, pick, other } of taken) {
    const branch = branches[pick % branches.length] as string;
    if (kind === 'change') change(branch);
    else if (kind === 'branch') branches.push(branchFrom(repo, branch, `line-${branches.length}`));
    else if (kind === 'revert') commits.push(...reverted(repo, commits, other, branch));
    else if (kind === 'merge') {
      const from = branches[other % branches.length] as string;
      if (repo.commitsOf(from, branch).length > 0)
        repo.merge({ into: branch, from, message: `Merge branch '${from}' into ${branch}` });
    } else if (kind === 'final') {
      minor += 1;
      repo.tag(`v1.${minor}.0`, repo.tip(branch));
    } else {
      candidates += 1;
      repo.tag(`v1.${minor + 1}.0-rc.${candidates}`, repo.tip(branch));
    }
  }
  repo.tag(`v1.${minor + 1}.0`, repo.tip('main'));
  return repo;
}

function branchFrom(repo: RepositoryBuilder, from: string, name: string): string {
  repo.branch(name, from);
  return name;
}

/** People revert the last word on a file, and nothing that is not there: git would make no commit of it. */
function reverted(repo: RepositoryBuilder, all: readonly Made[], pick: number, on: string): Made[] {
  const { commit, file, adds } = all[pick % all.length] as Made;
  const has = (later: string | CommitHandle, earlier: CommitHandle) =>
    repo.commitsOf(earlier, later).length === 0;
  const isThere = has(on, commit) && (entryAt(repo.tip(on).files, file) !== null) === adds;
  const same = all.filter((other) => other.file === file && other.commit !== commit && has(on, other.commit));
  if (!isThere || same.some((other) => has(other.commit, commit))) return [];
  return [{ commit: repo.revert(commit, { on }), file, adds: !adds }];
}

test('in any history of reverts the notes tell what each release carries', async () => {
  let [histories, several] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      histories += 1;
      const ledger = space.ledger(`any-${histories}`);
      await ledger.harvest(build(taken));
      const releases = published(ledger);
      const told = new Set(releases.flatMap(({ entries }) => entries.flatMap(({ ids }) => ids)));
      // A release may fold a prerelease of another line, which it does not hold.
      const grown = releases.map((release) => ({ ...release, folds: [] }));
      const [tellings, descent] = [tellingsById(releases, told), descentOf(grown)];
      several += releases
        .flatMap(({ entries }) => entries)
        .filter((one) => one.withdrawals.length > 1).length;
      for (const { version } of releases) {
        const carried = carriedBy(version, lineageIn(releases), releases);
        const files = await git(ledger.repository, ['ls-tree', '--name-only', `v${version}`]);
        const names = new Set(files.trim().split('\n'));
        for (const id of told) {
          if (!/^core-\d{1,3}$/.test(id)) continue;
          expect(carried.has(id), `${version} has ${id}`).toBe(names.has(id));
          expect(carriersOf(id, tellings, descent).has(version), `${version}, ${id} in tables`).toBe(
            names.has(id),
          );
        }
      }
    }),
    { seed: 20_260_110, numRuns: 20, endOnFailure: true },
  );
  expect(several).toBeGreaterThan(10);
}, 90_000);
