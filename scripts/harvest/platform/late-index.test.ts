import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { UpdatedAnswer } from '../../sources/github/answers.ts';
import { KeptAnswers } from '../../sources/github/kept-answers.ts';
import { drawnGraph } from '../../testing/drawn-graph.ts';
import { forgetEarlyAnswers, keepLatePulls } from './late-index.ts';

/** Commits a to d in a line. Candidates drawn as text: "c:12" is that c is known to be of #12, "c:" of none. */
function kept(drawing: string, facts: { merged?: boolean; repository?: string } = {}): KeptAnswers {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-late-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const answers = new KeptAnswers(path.join(folder, 'answers.ndjson'));
  answers.keepRepository({ nameWithOwner: 'acme/rocket', isPrivate: false, url: '' }, '');
  const { merged = true, repository = 'acme/rocket' } = facts;
  for (const row of drawing.split(' ')) {
    const [commit = '', number = ''] = row.split(':');
    const candidate = {
      number: Number(number),
      merged,
      baseRepository: { nameWithOwner: repository },
      mergeCommit: null,
    };
    answers.keepCandidates(commit, number === '' ? [] : [candidate]);
  }
  onTestFinished(() => answers.close());
  return answers;
}

const pull = (commits: number): UpdatedAnswer => ({
  number: 12,
  updatedAt: '2025-01-01T00:00:00Z',
  mergeCommit: { oid: 'd' },
  commits: { totalCount: commits },
});

function forgotten(answers: KeptAnswers, recent: UpdatedAnswer[]): string {
  forgetEarlyAnswers(recent, drawnGraph('a b:a c:b d:c').graph, answers);
  return [...'abcd'].filter((commit) => answers.candidatesOf(commit) === undefined).join('');
}

test.each([
  ['a: b: c: d:', 1, 'd'],
  ['a: b: c: d:', 2, 'cd'],
  ['a: b: c:12 d:', 3, 'bd'],
  ['a: b: c: d:12', 3, ''],
  ['a: b: c: d:11', 9, 'abcd'],
])('of %s and a late one of %i commits, "%s" are asked for again', (drawing, commits, expected) => {
  expect(forgotten(kept(drawing), [pull(commits)])).toBe(expected);
});

test('what is open, or of a fork, is not the one that was merged', () => {
  expect(forgotten(kept('a: b: c: d:12', { merged: false }), [pull(1)])).toBe('d');
  expect(forgotten(kept('a: b: c: d:12', { repository: 'fork/rocket' }), [pull(1)])).toBe('d');
});

test('one without a merge commit, or with one that is not in the clone, changes nothing', () => {
  const gone = [
    { ...pull(3), mergeCommit: null },
    { ...pull(3), mergeCommit: { oid: 'x' } },
  ];
  expect(forgotten(kept('a: b: c: d:'), gone)).toBe('');
});

test('a late one is remembered until the index has it', () => {
  const answers = kept('d:');
  keepLatePulls([pull(1)], answers);
  expect(answers.latePulls()).toEqual([pull(1)]);
  answers.keepCandidates('d', [
    { number: 12, merged: true, baseRepository: { nameWithOwner: 'acme/rocket' }, mergeCommit: null },
  ]);
  keepLatePulls(answers.latePulls(), answers);
  expect(answers.latePulls()).toEqual([]);
});
