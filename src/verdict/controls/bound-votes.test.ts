import { expect, test } from 'vitest';
import type { VoteInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import { allVotes, at, COMMITS, dossier, EMERGENCY, opening, vote } from '../testing/index.ts';
import { boundVotes } from './bound-votes.ts';

const examine = (more: Partial<Dossier> = {}) => boundVotes.examine(dossier(more));
const withVotes = (...votes: ReturnType<typeof vote>[]) => examine({ votes: [...allVotes(), ...votes] });

test('passes where all votes are bound', () => {
  expect(examine()).toMatchObject({
    result: 'pass',
    reasons: [{ text: '5 votes of 5 bound to what ships' }],
  });
});

test('no votes, or none that counts, show nothing', () => {
  expect(examine({ votes: [] }).result).toBe('unproven');
  expect(examine({ votes: [vote('qa', 'dana-ito', { commit: COMMITS.other })] }).result).toBe('unproven');
});

test('an emergency may have none yet', () => {
  const urgent = { votes: [], opening: opening({ emergency: EMERGENCY }) };
  expect(examine({ ...urgent, now: at('12:00') }).result).toBe('pass');
  expect(examine({ ...urgent, now: at('12:00', '2026-02-05') }).result).toBe('unproven');
});

test('lists each vote that does not count, and why', () => {
  const stale = vote('sre', 'cyra-osei', { commit: COMMITS.other, castAt: at('09:00') });
  const { result, reasons } = withVotes(stale);
  expect(result).toBe('pass');
  expect(reasons[1]).toEqual({
    text: 'cyra-osei said GO as sre at 2026-02-03T09:00:00+00:00 on commit ffffffffffff: stale, it is on commit ffffffffffff, and lantern ships at commit a1a1a1a1a1a1',
    record: stale.path,
  });
});

test('lists a vote that a later one replaced', () => {
  const { reasons } = withVotes(vote('sre', 'cyra-osei', { castAt: at('09:00') }));
  expect(reasons[1]?.text).toMatch(/: replaced by the vote of 2026-02-03T10:00:00\+00:00$/);
});

const earlier = { decision: 'no-go', castAt: at('09:00') } as const;

test.each<[string, Partial<VoteInput>]>([
  ['unbound', { decision: 'no-go', commit: undefined }],
  ['edited', { decision: 'veto', editedAt: at('10:20') }],
  ['late, before the release', { decision: 'no-go', castAt: at('11:00') }],
])('a NO-GO that cannot be counted has to be cleared up: %s', (_, more) => {
  const votes = allVotes().filter(({ data }) => data.role !== 'qa');
  const others = vote('qa', 'dana-ito', { castAt: at('08:00') });
  expect(examine({ votes: [...votes, others, vote('qa', 'dana-ito', more)] }).result).toBe('unproven');
});

test.each<[string, string, Partial<VoteInput>]>([
  ['is cleared up by a later vote', 'dana-ito', { ...earlier, commit: undefined }],
  ['on another commit was not meant for this one', 'dana-ito', { decision: 'no-go', commit: COMMITS.other }],
  ['after the release comes too late', 'dana-ito', { decision: 'no-go', castAt: at('12:00') }],
  ['of somebody out of role is nobody’s', 'gita-roy', { decision: 'no-go', commit: undefined }],
])('a NO-GO that cannot be counted %s', (_, person, more) => {
  expect(withVotes(vote('qa', person, more)).result).toBe('pass');
});

test('a NO-GO that cannot be counted is not cleared up by a vote that cannot either', () => {
  const others = allVotes().filter(({ data }) => data.role !== 'qa');
  const nogo = vote('qa', 'dana-ito', { ...earlier, commit: undefined });
  const go = vote('qa', 'dana-ito', { commit: COMMITS.other });
  expect(examine({ votes: [...others, nogo, go] }).result).toBe('unproven');
});
