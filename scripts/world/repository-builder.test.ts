import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloneRepository, git, RepositoryBuilder, reapplyMessage } from './index.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'world-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function written(repo: RepositoryBuilder): Promise<(...args: string[]) => Promise<string>> {
  await repo.write(path.join(folder, 'sample.git'));
  return async (...args) => (await git(path.join(folder, 'sample.git'), args)).trimEnd();
}

describe('ids', () => {
  test('are those that git computes', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin', files: { 'a.txt': 'a', 'a/b.txt': 'b', 'a-b': 'c' } });
    const run = { content: '#!/bin/sh\n', mode: '100755' } as const;
    const commit = repo.commit({ message: 'Go on', files: { 'bin/run': run, 'a/b.txt': null } });
    const read = await written(repo);
    const raw = await read('cat-file', 'commit', commit.id);
    const again = await git(
      path.join(folder, 'sample.git'),
      ['hash-object', '-t', 'commit', '--stdin'],
      [`${raw}\n`],
    );
    expect(again.trim()).toBe(commit.id);
    expect(await read('ls-tree', '-r', '--name-only', 'main')).toBe('a-b\na.txt\nbin/run');
    expect(await read('fsck', '--strict', '--no-dangling')).toBe('');
  });

  test('are the same on every machine', () => {
    const repo = new RepositoryBuilder({ start: '2026-01-05T14:30:00+05:30' });
    expect(repo.commit({ message: 'Begin' }).id).toBe(
      new RepositoryBuilder({ start: '2026-01-05T14:30:00+05:30' }).commit({ message: 'Begin' }).id,
    );
    expect(repo.tip().authorDate).toEqual({ seconds: 1767603600, zone: '+0530' });
  });
});

describe('history', () => {
  test('squash, merge, rebase and octopus keep every file', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin' });
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      repo.branch(name);
      repo.commit({ on: name, message: name });
    }
    repo.squash({ from: 'one', message: 'One (#1)' });
    repo.merge({ from: 'two', message: 'Merge pull request #2 from x/two' });
    repo.rebase({ from: 'three' });
    const octopus = repo.merge({ from: ['four', 'five'], message: 'Merge #4 #5' });
    const read = await written(repo);
    expect(octopus.parents).toHaveLength(3);
    expect((await read('ls-tree', '-r', '--name-only', 'main')).split('\n')).toHaveLength(6);
    expect(await read('log', '--format=%s', 'main', '--first-parent')).toBe(
      'Merge #4 #5\nthree\nMerge pull request #2 from x/two\nOne (#1)\nBegin',
    );
    expect(repo.commitsOf('one')).toHaveLength(1);
  });

  test('a cherry-pick has the patch id of its original, and a revert takes it back', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin' });
    repo.branch('v1.0.x');
    repo.commit({ message: 'Other' });
    const fix = repo.commit({ message: 'Fix', author: 'tomasz' });
    const picked = repo.cherryPick(fix, { on: 'v1.0.x', withTrailer: true });
    const reverted = repo.revert(fix);
    repo.revert(reverted, { message: reapplyMessage(reverted) });
    const read = await written(repo);
    const patchId = async (id: string): Promise<string> =>
      (await git(path.join(folder, 'sample.git'), ['patch-id', '--stable'], [await read('show', id)])).split(
        ' ',
      )[0] ?? '';
    expect(await patchId(picked.id)).toBe(await patchId(fix.id));
    expect(await read('log', '-1', '--format=%an %at', picked.id)).toBe(
      await read('log', '-1', '--format=%an %at', fix.id),
    );
    expect(await read('log', '-1', '--format=%B', picked.id)).toBe(
      `Fix\n\n(cherry picked from commit ${fix.id})`,
    );
    expect(reverted.message).toBe(`Revert "Fix"\n\nThis reverts commit ${fix.id}.\n`);
    expect(repo.tip().message).toBe(`Reapply "Fix"\n\nThis reverts commit ${reverted.id}.\n`);
    expect(await read('diff', '--stat', fix.id, 'main')).toBe('');
  });

  test('a conflict is an error until its content is given', () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin', files: { 'version.txt': '1' } });
    repo.branch('fix');
    repo.commit({ on: 'fix', message: 'Two', files: { 'version.txt': '2' } });
    repo.commit({ message: 'Three', files: { 'version.txt': '3' } });
    expect(() => repo.merge({ from: 'fix', message: 'Merge' })).toThrow('conflict in version.txt');
    expect(repo.merge({ from: 'fix', message: 'Merge', files: { 'version.txt': '4' } }).parents).toHaveLength(
      2,
    );
  });

  test('several roots, strange dates and strange messages are written as they are', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin', date: 0 });
    repo.commit({ message: '', date: '2099-12-31T23:59:59-11:00' });
    repo.commit({ message: 'One\r\n\r\nTwo\r\n' });
    repo.commit({ message: Buffer.from('Größe\n', 'latin1'), encoding: 'ISO-8859-1' });
    repo.commit({ message: 'x'.repeat(100_000) });
    repo.orphan('imported');
    repo.commit({ on: 'imported', message: 'Another root' });
    repo.merge({ from: 'imported', message: 'Import' });
    const read = await written(repo);
    expect(await read('rev-list', '--max-parents=0', '--count', '--all')).toBe('2');
    const dates = 'Thu Jan 1 00:00:00 1970 +0000|Thu Dec 31 23:59:59 2099 -1100';
    expect(
      (await read('log', '--reverse', '--first-parent', '--format=%ad')).split('\n').slice(0, 2).join('|'),
    ).toBe(dates);
    expect(await read('log', '--format=%s', '-1', 'main~2')).toBe('Größe');
    expect(await read('cat-file', 'commit', 'main~3')).toContain('One\r\n\r\nTwo');
  });
});

describe('tags', () => {
  test('point at commits, tags, trees and blobs', async () => {
    const repo = new RepositoryBuilder();
    const commit = repo.commit({ message: 'Begin' });
    repo.tag('light');
    const inner = repo.tag('inner', commit, { annotated: true, tagger: 'ayo', message: 'Inner' });
    repo.tag('nested', inner, { signed: true });
    repo.tag('tree', repo.treeOf(commit));
    repo.tag('blob', repo.blob('key'), { annotated: true });
    const read = await written(repo);
    expect(await read('for-each-ref', '--format=%(refname:short) %(objecttype)', 'refs/tags')).toBe(
      'blob tag\ninner tag\nlight commit\nnested tag\ntree tree',
    );
    expect(await read('rev-parse', 'nested^{commit}')).toBe(commit.id);
    expect(await read('for-each-ref', '--format=%(contents:signature)', 'refs/tags/nested')).toContain(
      'BEGIN PGP',
    );
    expect(await read('fsck', '--strict')).toBe('');
  });
});

describe('writing again', () => {
  test('adds commits and moves and removes tags and branches', async () => {
    const repo = new RepositoryBuilder();
    const first = repo.commit({ message: 'Begin' });
    repo.tag('v1', first);
    repo.tag('gone', first);
    repo.branch('old');
    await written(repo);
    const second = repo.commit({ message: 'Go on' });
    repo.tag('v1', second);
    repo.removeTag('gone');
    repo.removeBranch('old');
    const read = await written(repo);
    expect(await read('for-each-ref', '--format=%(refname) %(objectname)')).toBe(
      `refs/heads/main ${second.id}\nrefs/tags/v1 ${second.id}`,
    );
    await expect(new RepositoryBuilder().write(path.join(folder, 'sample.git'))).rejects.toThrow(
      'has not written',
    );
  });

  test('keeps the work tree of a repository that has one', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin', files: { 'a.txt': 'a' } });
    await repo.write(path.join(folder, 'work'), { bare: false });
    repo.commit({ message: 'Go on', files: { 'a.txt': 'b' } });
    await repo.write(path.join(folder, 'work'), { bare: false });
    expect(await readFile(path.join(folder, 'work/a.txt'), 'utf8')).toBe('b');
    expect(await git(path.join(folder, 'work'), ['status', '--porcelain'])).toBe('');
  });

  test('a clone can be shallow', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'Begin' });
    repo.commit({ message: 'Go on' });
    await written(repo);
    await cloneRepository(path.join(folder, 'sample.git'), path.join(folder, 'a b%20c'), { depth: 1 });
    expect((await git(path.join(folder, 'a b%20c'), ['rev-parse', '--is-shallow-repository'])).trim()).toBe(
      'true',
    );
  });
});
