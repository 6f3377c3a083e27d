import { expect, test } from 'vitest';
import type { VoteInput } from '../records/index.ts';
import { approvals } from './controls/approvals.ts';
import {
  API,
  allVotes,
  at,
  COMMITS,
  DIGESTS,
  dossier,
  policy,
  ROSTER,
  rosterEntry,
  vote,
} from './testing/index.ts';
import { judge } from './verdict.ts';
import { judgeVotes } from './vote-state.ts';

const OTHERS = allVotes().filter(({ data }) => data.role !== 'qa');

/** What becomes of a release on which QA voted like this. */
function withQa(more: Partial<VoteInput>) {
  const given = dossier({ votes: [...OTHERS, vote('qa', 'dana-ito', more)] });
  return { state: judgeVotes(given).at(-1)?.state, verdict: judge(given).verdict };
}

test('a message that was edited later is no vote; one that stayed is', () => {
  expect(withQa({ editedAt: at('10:05') })).toEqual({ state: 'edited', verdict: 'not-blessed' });
  expect(withQa({})).toEqual({ state: 'valid', verdict: 'blessed' });
});

test('a vote on another commit or image blesses nothing; one on what ships does', () => {
  expect(withQa({ commit: COMMITS.other })).toEqual({ state: 'stale', verdict: 'not-blessed' });
  expect(withQa({ digest: DIGESTS.other })).toEqual({ state: 'stale', verdict: 'not-blessed' });
  expect(withQa({ digest: DIGESTS.lead })).toEqual({ state: 'valid', verdict: 'blessed' });
});

test('a message that names nothing is no vote: a reaction has no time and cannot even be written down', () => {
  expect(withQa({ commit: undefined })).toEqual({ state: 'unbound', verdict: 'not-blessed' });
});

test('a vote after the decision decides nothing; one in the same second does', () => {
  expect(withQa({ castAt: '2026-02-03T10:30:01+00:00' })).toEqual({ state: 'late', verdict: 'not-blessed' });
  expect(withQa({ castAt: '2026-02-03T10:30:00+00:00' })).toEqual({ state: 'valid', verdict: 'blessed' });
});

test('somebody who left the role the day before has no vote; on the last day there is one', () => {
  const until = (day: string) => {
    const others = ROSTER.filter(({ person }) => person !== 'dana-ito');
    const dana = rosterEntry('dana-ito', [{ role: 'qa', from: '2025-01-01', until: day }]);
    return judge(dossier({ policy: policy({ roster: [...others, dana] }) })).verdict;
  };
  expect(until('2026-02-02')).toBe('not-blessed');
  expect(until('2026-02-03')).toBe('blessed');
});

test('one person with two accounts is one; two people are two', () => {
  const roles = [{ id: 'qa', name: 'QA', votes: 2 }];
  const roster = ['dana-ito', 'ivo-kern'].map((person) =>
    rosterEntry(person, [{ role: 'qa', from: '2025-01-01' }]),
  );
  const rules = policy({ roles, roster, gates: [], checklists: {} });
  const second = vote('qa', 'dana-the-second', {
    account: { on: 'github', id: 'dana' },
    castAt: at('10:01'),
  });
  const result = (other: typeof second) =>
    approvals.examine(dossier({ policy: rules, votes: [vote('qa', 'dana-ito'), other] })).result;
  expect(result(second)).toBe('fail');
  expect(result(vote('qa', 'ivo-kern'))).toBe('pass');
});

test('one person with two hats is one; two people are two', () => {
  const both = [
    { role: 'qa', from: '2025-01-01' },
    { role: 'management', from: '2025-01-01' },
  ];
  const others = ROSTER.filter(({ person }) => person !== 'dana-ito');
  const rules = policy({ roster: [...others, rosterEntry('dana-ito', both)] });
  const withoutManagement = allVotes().filter(({ data }) => data.role !== 'management');
  const votes = [...withoutManagement, vote('management', 'dana-ito')];
  expect(judge(dossier({ policy: rules, votes })).verdict).toBe('not-blessed');
  expect(judge(dossier({ policy: rules })).verdict).toBe('blessed');
});

test('who the record says voted is not who did: the account tells', () => {
  expect(withQa({ account: { on: 'slack', id: 'U-GITA' } })).toEqual({
    state: 'out-of-role',
    verdict: 'not-blessed',
  });
  expect(withQa({ account: { on: 'github', id: 'dana' } })).toEqual({ state: 'valid', verdict: 'blessed' });
});

test('a NO-GO is not undone by a GO that does not count; it is by one that does', () => {
  const nogo = vote('module-lead', 'bo-lind', {
    module: API,
    commit: COMMITS.api,
    decision: 'no-go',
    castAt: at('09:00'),
  });
  const others = allVotes().filter(({ data }) => data.module !== API);
  const later = (commit: string) => vote('module-lead', 'bo-lind', { module: API, commit });
  expect(judge(dossier({ votes: [...others, nogo, later(COMMITS.other)] })).verdict).toBe('not-blessed');
  expect(judge(dossier({ votes: [...others, nogo, later(COMMITS.api)] })).verdict).toBe('blessed');
});
