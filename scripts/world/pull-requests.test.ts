import { expect, test } from 'vitest';
import {
  borsMerge,
  mergePullRequest,
  RepositoryBuilder,
  rebasePullRequest,
  signature,
  signedOff,
  squashPullRequest,
  withTrailer,
} from './index.ts';

function withBranches(...names: string[]): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Begin' });
  for (const name of names) {
    repo.branch(name);
    repo.commit({ on: name, message: `Start ${name}\n\nWhy.`, author: 'tomasz' });
    repo.commit({ on: name, message: `End ${name}`, author: 'ayo' });
  }
  return repo;
}

test('a squash lists its commits and who else wrote them', () => {
  const repo = withBranches('fix');
  const landed = squashPullRequest(repo, { number: 12, title: 'Fix it', from: 'fix' });
  expect(landed.message).toBe(
    `Fix it (#12)\n\n* Start fix\n\nWhy.\n\n* End fix\n\n---------\n\nCo-authored-by: ${signature('ayo')}\n`,
  );
  expect(landed.author.name).toBe('tomasz');
  expect(() => repo.tip('fix')).toThrow('no branch');
});

test('a merge names the branch, a rebase names nothing', () => {
  const repo = withBranches('one', 'two');
  const merged = mergePullRequest(repo, {
    number: 12,
    title: 'Add one',
    from: 'one',
    owner: 'lin',
    by: 'priya-s',
  });
  expect(merged.message).toBe('Merge pull request #12 from lin/one\n\nAdd one\n');
  expect(merged.author.name).toBe('priya-s');
  expect(rebasePullRequest(repo, { number: 13, title: 'Add two', from: 'two' }).message).toBe('End two\n');
});

test("a bot's merge brings several at once", () => {
  const repo = withBranches('one', 'two');
  const lines = ['one', 'two'].map((from, index) => ({
    number: 12 + index,
    title: `Add ${from}`,
    from,
    reviewer: 'lin',
  }));
  const merged = borsMerge(repo, lines);
  expect(merged.message).toBe('Merge #12 #13\n\n12: Add one r=lin a=ayo\n\n13: Add two r=lin a=ayo\n');
  expect(merged.parents).toHaveLength(3);
});

test('trailers join the ones that are there', () => {
  expect(withTrailer('Fix', 'A: b')).toBe('Fix\n\nA: b');
  expect(withTrailer('Fix\n\nA: b\n', 'C: d')).toBe('Fix\n\nA: b\nC: d');
  expect(signedOff('Fix', 'ayo')).toBe(`Fix\n\nSigned-off-by: ${signature('ayo')}`);
});
