import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oidOf } from '../../github-stand-in/index.ts';
import type { Candidate, NumberAnswer, ReleaseAnswer, UpdatedAnswer } from './answers.ts';
import { KeptAnswers } from './kept-answers.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-kept-'));
  file = path.join(folder, 'deeper', 'answers.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

const issue = (number: number, title = `Issue ${number}`): NumberAnswer => ({
  __typename: 'Issue',
  number,
  title,
});
const candidate: Candidate = {
  number: 12,
  merged: true,
  baseRepository: null,
  mergeCommit: { oid: oidOf(1) },
};
const release = (given: Partial<ReleaseAnswer>) =>
  ({ tagName: 'v1', isDraft: false, updatedAt: '2025-01-01T00:00:00Z', ...given }) as ReleaseAnswer;
const late: UpdatedAnswer = {
  number: 12,
  updatedAt: '',
  mergeCommit: { oid: oidOf(1) },
  commits: { totalCount: 1 },
};

function kept(work: (answers: KeptAnswers) => void): KeptAnswers {
  const answers = new KeptAnswers(file);
  work(answers);
  answers.close();
  return new KeptAnswers(file);
}

test('everything comes back', () => {
  const again = kept((answers) => {
    answers.keepCandidates(oidOf(1), [candidate]);
    answers.keepCandidates(oidOf(2), null);
    answers.keepNumbered(issue(12, 'Umlaute: äöü 🦊\u2028'));
    answers.keepRelease(release({ name: 'One' }));
    answers.keepRepository({ nameWithOwner: 'acme/rocket', isPrivate: true, url: '' }, '2025');
    answers.keepLate(late, true);
  });
  expect(again.candidatesOf(oidOf(1))).toEqual([candidate]);
  expect([again.candidatesOf(oidOf(2)), again.candidatesOf(oidOf(3))]).toEqual([null, undefined]);
  expect(again.numbered(12)).toEqual(issue(12, 'Umlaute: äöü 🦊\u2028'));
  expect(again.release('v1')?.name).toBe('One');
  expect([again.asOf, again.repository?.isPrivate, again.latePulls()]).toEqual(['2025', true, [late]]);
  again.close();
});

test('the last word about a thing holds', () => {
  const again = kept((answers) => {
    answers.keepNumbered(issue(1, 'Before'));
    answers.keepNumbered(issue(1, 'After'));
    answers.keepNumbered(issue(2));
    answers.markStale(2);
    answers.markStale(3);
    answers.keepCandidates(oidOf(1), []);
    answers.forgetCandidates(oidOf(1));
    answers.keepLate(late, true);
    answers.keepLate(late, false);
  });
  expect(again.numbered(1)).toEqual(issue(1, 'After'));
  expect([again.numbered(2), again.has(2), again.has(3)]).toEqual([undefined, false, false]);
  expect([again.candidatesOf(oidOf(1)), again.latePulls()]).toEqual([undefined, []]);
  again.close();
});

test('a published release stands before a draft of the same tag, in whatever order they come', () => {
  const again = kept((answers) => {
    answers.keepRelease(release({ name: 'Published' }));
    answers.keepRelease(release({ name: 'Draft', isDraft: true, updatedAt: '2026-01-01T00:00:00Z' }));
  });
  expect(again.release('v1')?.name).toBe('Published');
  expect(again.hasRelease(release({}))).toBe(true);
  expect(again.hasRelease(release({ updatedAt: '2025-01-02T00:00:00Z' }))).toBe(false);
  again.close();
});

test('an unfinished line is cut off, and a damaged one with all behind it', () => {
  kept((answers) => answers.keepNumbered(issue(1))).close();
  const whole = readFileSync(file, 'utf8');
  appendFileSync(file, '{"number":2,"answer":{"__ty');
  const cut = kept((answers) => answers.keepNumbered(issue(3)));
  expect([cut.numbered(1), cut.has(2), cut.numbered(3)]).toEqual([issue(1), false, issue(3)]);
  cut.close();
  writeFileSync(file, `${whole}damaged\n${JSON.stringify({ number: 4, answer: issue(4) })}\n`);
  const damaged = kept((answers) => answers.keepNumbered(issue(5)));
  expect([damaged.numbered(1), damaged.has(4), damaged.numbered(5)]).toEqual([issue(1), false, issue(5)]);
  damaged.close();
});

test('answers to other questions are left behind', () => {
  writeFileSync(
    path.join(folder, 'old'),
    `{"kept":"release-ledger/github","form":"x"}\n${JSON.stringify({ number: 4, answer: issue(4) })}\n`,
  );
  file = path.join(folder, 'old');
  const again = kept((answers) => answers.keepNumbered(issue(5)));
  expect([again.has(4), again.numbered(5)]).toEqual([false, issue(5)]);
  again.close();
});

test('what is mostly out of date is written anew, and nothing else is left in the folder', () => {
  const again = kept((answers) => {
    for (let time = 0; time < 20; time += 1)
      answers.keepNumbered(issue(1, `Time ${time} ${'x'.repeat(1000)}`));
    answers.keepNumbered(issue(2));
    answers.markStale(2);
    answers.keepRepository({ nameWithOwner: 'acme/rocket', isPrivate: false, url: '' }, '2025');
  });
  expect(statSync(file).size).toBeLessThan(3000);
  expect(readdirSync(path.dirname(file))).toEqual(['answers.ndjson']);
  expect([again.has(2), again.asOf]).toEqual([false, '2025']);
  expect(again.numbered(1)).toMatchObject({ title: expect.stringContaining('Time 19') });
  again.close();
});

test('two harvests may keep answers in one file at the same time', () => {
  const [one, other] = [new KeptAnswers(file), new KeptAnswers(file)];
  for (let number = 1; number <= 50; number += 1)
    (number % 3 === 0 ? one : other).keepNumbered(issue(number));
  one.keepNumbered(issue(3, 'Again'));
  for (const number of [3, 48])
    expect(one.numbered(number)).toEqual(issue(number, number === 3 ? 'Again' : undefined));
  for (const number of [1, 50]) expect(other.numbered(number)).toEqual(issue(number));
  for (let time = 0; time < 300; time += 1) one.keepNumbered(issue(3, `Time ${time}`));
  one.close();
  other.keepNumbered(issue(60));
  expect(other.numbered(60)).toEqual(issue(60));
  other.close();
  const again = new KeptAnswers(file);
  expect(again.numbered(3)).toEqual(issue(3, 'Time 299'));
  again.close();
});

test('a folder that cannot be made is said', () => {
  writeFileSync(path.join(folder, 'deeper'), '');
  expect(() => new KeptAnswers(file)).toThrow(/cannot be kept in/);
});
