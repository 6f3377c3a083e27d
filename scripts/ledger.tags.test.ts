import { describe, expect, test } from 'vitest';
import { useWorkspace } from './testing/workspace.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

function repositoryWithCommits(...numbers: number[]): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  for (const number of numbers) repo.commit({ message: `feat: add part ${number} (#${number})` });
  return repo;
}

describe('kinds of tags', () => {
  test('annotated, lightweight, signed and nested tags all make releases, each said as what it is', async () => {
    const repo = repositoryWithCommits(1);
    const light = repo.tag('v1.0.0');
    repo.commit({ message: 'feat: add part 2 (#2)' });
    const annotated = repo.tag('v1.1.0', repo.tip(), {
      message: 'Second',
      date: '2026-02-01T12:00:00+05:30',
    });
    repo.commit({ message: 'feat: add part 3 (#3)' });
    const signed = repo.tag('v1.2.0', repo.tip(), { message: 'Third', signed: true });
    const commit = repo.commit({ message: 'feat: add part 4 (#4)' });
    const inner = repo.tag('inner', commit, { message: 'inside' });
    const middle = repo.tag('middle', inner, { message: 'around' });
    const nested = repo.tag('v1.3.0', middle, { message: 'around again' });
    const ledger = await space.harvested('kinds', repo);
    const tags = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => ledger.release(version).tag);
    expect(tags.map(({ kind }) => kind)).toEqual(['lightweight', 'annotated', 'signed', 'annotated']);
    expect(tags.map(({ object }) => object)).toEqual([light.id, annotated.id, signed.id, nested.id]);
    expect(tags[3]?.commit).toBe(commit.id);
    expect(tags[0]?.object).toBe(tags[0]?.commit);
    expect(await ledger.ids('1.3.0')).toEqual(['core-4']);
  });

  test('an annotated tag dates its release, in UTC; a lightweight one has its commit’s date', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'feat: add it (#1)', date: '2026-01-31T23:30:00-03:30' });
    repo.tag('v1.0.0');
    repo.tag('v1.0.1', repo.tip(), { message: 'Again', date: '2026-02-01T12:00:00+05:30' });
    const ledger = await space.harvested('dates', repo);
    expect(ledger.note('1.0.0').date).toBe('2026-02-01T03:00:00+00:00');
    expect(ledger.note('1.0.1').date).toBe('2026-02-01T06:30:00+00:00');
  });

  test('tags on trees and blobs are ignored, and that is said', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('v1.0.0');
    repo.tag('v1.0.1', repo.treeOf(repo.tip()));
    repo.tag('v1.0.2', repo.blob('a key'), { message: 'a key' });
    const ledger = space.ledger('no-commits');
    const answer = await ledger.harvest(repo);
    expect(ledger.versions()).toEqual(['1.0.0']);
    expect(answer.said).toContain('Ignored tag v1.0.1');
    expect(answer.said).toContain('Ignored tag v1.0.2');
  });

  test('tags off the default branch are releases, and their commits count', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('v1.0.0');
    repo.branch('release-1.0');
    const fix = repo.commit({ on: 'release-1.0', message: 'fix: mend it (#3)' });
    repo.tag('v1.0.1', fix);
    repo.removeBranch('release-1.0');
    repo.commit({ message: 'feat: go on (#2)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('off-branch', repo);
    expect(await ledger.ids('1.0.1')).toEqual(['core-3']);
    expect(await ledger.ids('1.1.0')).toEqual(['core-2']);
  });

  test('of several releases on one commit the first holds it, the others are empty and say since when', async () => {
    const repo = repositoryWithCommits(1, 2);
    repo.tag('v1.0.0');
    repo.tag('v1.1.0');
    repo.tag('latest');
    const ledger = await space.harvested('one-commit', repo);
    expect((await ledger.conservation('1.0.0')).sum.commits).toBe(2);
    expect((await ledger.conservation('1.1.0')).sum.commits).toBe(0);
    expect(ledger.release('1.1.0')).toMatchObject({ previous: '1.0.0', modules: [{ moved: false }] });
  });
});

describe('tag patterns', () => {
  test.each([
    ['plain', ['1.0.0', '1.1.0', '1.1.1'], ['1.0.0', '1.1.0', '1.1.1']],
    ['v', ['v1.0.0', 'v1.1.0'], ['1.0.0', '1.1.0']],
    ['candidates', ['1.2.0-RC1', '1.2.0'], ['1.2.0', '1.2.0-RC1']],
    ['two-part', ['v1.1', 'v1.2', 'v1.2.1'], ['1.1', '1.2', '1.2.1']],
    ['slash', ['core/v1.2.3', 'core/v1.2.4'], ['1.2.3', '1.2.4']],
    ['dash', ['core-1.2.3', 'core-1.2.4'], ['1.2.3', '1.2.4']],
    ['at', ['core@1.2.3', 'core@1.2.4'], ['1.2.3', '1.2.4']],
    ['changed-midway', ['1.8.0', '1.9.0', 'v1.10.0', 'v1.11.0'], ['1.10.0', '1.11.0', '1.8.0', '1.9.0']],
    [
      'changed-to-name',
      ['v1.0.0', 'v1.1.0', 'core-2.0.0', 'core-2.1.0'],
      ['1.0.0', '1.1.0', '2.0.0', '2.1.0'],
    ],
    ['beside-other-tags', ['v1.0.0', 'v1.1.0', 'nightly', 'charts-0.1', 'before-move'], ['1.0.0', '1.1.0']],
  ])('the pattern is guessed: %s', async (name, tags, versions) => {
    const repo = new RepositoryBuilder();
    for (const [index, tag] of tags.entries()) {
      repo.commit({ message: `feat: add part ${index + 1} (#${index + 1})` });
      repo.tag(tag);
    }
    const ledger = await space.harvested(`pattern-${name}`, repo);
    expect(ledger.versions()).toEqual(versions);
  });

  test('a tag whose version cannot be a file’s name makes no release', async () => {
    const repo = repositoryWithCommits(1);
    const odd = [
      'v1.0.0-rc/1',
      'v1.0.0-',
      'v1.0.0-ünï',
      'v1.0.0-{x}',
      'v1.0.0-$(id)',
      `v1.0.0-${'x'.repeat(120)}`,
    ];
    for (const tag of ['v1.0.0', 'v1.1.0', 'v1.1.0+build.7', ...odd]) repo.tag(tag);
    const ledger = await space.harvested('odd-names', repo);
    expect(ledger.versions()).toEqual(['1.0.0', '1.1.0', '1.1.0+build.7']);
  });

  test('the policy’s patterns decide, not the guess', async () => {
    const repo = repositoryWithCommits(1);
    for (const tag of ['v1.0.0', 'core@2.0.0', '3.0.0-final-build', 'v4.0.0-chart']) repo.tag(tag);
    const ledger = space.ledger('policy-pattern');
    await repo.write(ledger.repository);
    ledger.writePolicy(
      `  - id: core\n    repository: ../core.git\n    tags: ["core@{version}", "v{version}-chart"]`,
    );
    await ledger.harvest();
    expect(ledger.versions()).toEqual(['2.0.0', '4.0.0']);
  });

  test('a release can be asked for by version, by tag and with a v', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('core-1.0.0');
    repo.tag('core-1.1.0');
    const ledger = await space.harvested('asked-for', repo);
    for (const name of ['1.0.0', 'v1.0.0', 'core-1.0.0']) expect(await ledger.ids(name)).toEqual(['core-1']);
  });
});

describe('tags that change', () => {
  test('a moved tag is an audit event that stays', async () => {
    const repo = repositoryWithCommits(1);
    const before = repo.tip();
    repo.tag('v1.0.0', before, { message: 'First' });
    const ledger = await space.harvested('moved', repo);
    const old = ledger.release('1.0.0').tag;
    const after = repo.commit({ message: 'fix: mend it (#2)' });
    repo.tag('v1.0.0', after, { message: 'First, again' });
    const answer = await ledger.harvest(repo);
    expect(answer.said).toContain('tag v1.0.0 was moved');
    const { events, tag } = ledger.release('1.0.0');
    expect(tag.commit).toBe(after.id);
    expect(events).toEqual([{ kind: 'tag-moved', text: expect.stringContaining(old.object) }]);
    expect(events?.[0]?.text).toContain(before.id);
    expect(await ledger.ids('1.0.0')).toEqual(['core-1', 'core-2']);
    await ledger.harvest(repo);
    expect(ledger.release('1.0.0').events).toHaveLength(1);
  });

  test('a tag that is made again on the same commit is noticed by its object', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('v1.0.0', repo.tip(), { message: 'First' });
    const ledger = await space.harvested('remade', repo);
    repo.tag('v1.0.0', repo.tip(), { message: 'Second' });
    expect((await ledger.harvest(repo)).said).toContain('was moved');
  });

  test('a deleted tag keeps its records, the loss is said in them once, and a tag that is back takes it away', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('v1.0.0');
    repo.commit({ message: 'fix: mend it (#2)' });
    const tag = repo.tag('v1.0.1', repo.tip());
    repo.commit({ message: 'fix: mend more (#3)' });
    repo.tag('v1.0.2');
    const ledger = await space.harvested('deleted', repo);
    const note = ledger.noteText('1.0.1');
    repo.removeTag('v1.0.1');
    const answer = await ledger.harvest(repo);
    expect(answer.said).toContain('1.0.1: tag v1.0.1 is not in the repository any more');
    expect(ledger.release('1.0.1').events).toEqual([
      { kind: 'tag-missing', text: 'tag v1.0.1 is not in the repository any more' },
    ]);
    expect(ledger.noteText('1.0.1')).toBe(note);
    const state = ledger.state();
    repo.tag('unrelated');
    await ledger.harvest(repo);
    expect(ledger.state()).toEqual(state);
    repo.tag('v1.0.1', { ...tag, type: 'commit' });
    await ledger.harvest(repo);
    expect(ledger.release('1.0.1').events).toBeUndefined();
  });

  test('two tags of one version on different commits: the newer pattern’s counts, the other is said', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('1.0.0');
    repo.tag('1.1.0');
    const other = repo.commit({ message: 'feat: add part 2 (#2)' });
    repo.tag('v1.1.0', other);
    repo.commit({ message: 'feat: add part 3 (#3)' });
    repo.tag('v1.2.0');
    const ledger = await space.harvested('ambiguous', repo);
    const { tag, events } = ledger.release('1.1.0');
    expect(tag.name).toBe('v1.1.0');
    expect(events).toEqual([
      { kind: 'tag-ambiguous', text: expect.stringContaining('tag 1.1.0 means 1.1.0') },
    ]);
  });

  test('two tags of one version on one commit are one release with an alias', async () => {
    const repo = repositoryWithCommits(1);
    repo.tag('1.0.0');
    repo.tag('v1.0.0');
    repo.commit({ message: 'feat: add part 2 (#2)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('alias', repo);
    expect(ledger.release('1.0.0')).toMatchObject({ tag: { name: 'v1.0.0' }, aliases: ['1.0.0'] });
    expect(ledger.release('1.0.0').events).toBeUndefined();
  });
});
