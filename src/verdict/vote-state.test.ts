import { describe, expect, test } from 'vitest';
import type { PolicyInput, VoteInput } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { countedVotes, standingVotes } from './standing-votes.ts';
import {
  API,
  allVotes,
  at,
  CAST_AT,
  COMMITS,
  change,
  DIGESTS,
  dossier,
  EMERGENCY,
  LEAD,
  opening,
  policy,
  release,
  report,
  rosterEntry,
  vote,
} from './testing/index.ts';
import { judgeVotes } from './vote-state.ts';

const qa = (more: Partial<VoteInput> = {}) => vote('qa', 'dana-ito', more);

function stateOf(given: ReturnType<typeof vote>, more: Partial<Dossier> = {}): string | undefined {
  return judgeVotes(dossier({ votes: [given], ...more }))[0]?.state;
}

test('every vote of the fixtures is valid', () => {
  expect(judgeVotes(dossier()).map(({ state }) => state)).toEqual(allVotes().map(() => 'valid'));
});

describe('bound to what ships', () => {
  const lead = (more: Partial<VoteInput>) => vote('module-lead', 'bo-lind', { module: API, ...more });
  test.each<[string, ReturnType<typeof vote>]>([
    ['valid', qa({ commit: COMMITS.staging })],
    ['valid', qa({ commit: undefined, digest: DIGESTS.lead })],
    ['valid', qa({ digest: DIGESTS.lead })],
    ['stale', qa({ digest: DIGESTS.other })],
    ['stale', qa({ commit: COMMITS.other })],
    ['stale', qa({ commit: COMMITS.api })],
    ['stale', qa({ commit: undefined, digest: DIGESTS.api })],
    ['stale', qa({ commit: COMMITS.other, digest: DIGESTS.lead })],
    ['unbound', qa({ commit: undefined })],
    ['valid', lead({ commit: COMMITS.api })],
    ['valid', lead({ commit: undefined, digest: DIGESTS.api })],
    ['valid', lead({ module: undefined, commit: COMMITS.api })],
    ['stale', lead({ commit: COMMITS.release })],
    ['unbound', lead({ module: undefined, commit: undefined })],
  ])('%s: %j', (state, given) => {
    expect(stateOf(given)).toBe(state);
  });

  test('a digest that only a report on another commit names is not of this release', () => {
    const stages = [report('build', LEAD, { commit: COMMITS.other })];
    expect(stateOf(qa({ commit: undefined, digest: DIGESTS.lead }), { stages })).toBe('stale');
  });

  test('a tested commit whose files are not those of the release is another one', () => {
    const promotion = { commit: COMMITS.release, staging: COMMITS.staging, extra: [] };
    for (const sameTree of [false, null]) {
      const given = release({ promotion: { ...promotion, sameTree } });
      expect(stateOf(qa({ commit: COMMITS.staging }), { release: given })).toBe('stale');
    }
  });

  test('before the tag a vote is on what the release was opened with', () => {
    const opened = (modules: { id: string; commit?: string }[]) => ({
      release: null,
      opening: opening({ modules }),
    });
    expect(stateOf(qa(), opened([{ id: LEAD, commit: COMMITS.release }]))).toBe('valid');
    expect(stateOf(qa(), opened([{ id: LEAD, commit: COMMITS.other }]))).toBe('stale');
    expect(stateOf(qa(), opened([{ id: LEAD }]))).toBe('unbound');
  });
});

describe('by somebody who held the role on that day', () => {
  const held = (from: string, until?: string): Partial<PolicyInput> => ({
    roster: [rosterEntry('dana-ito', [{ role: 'qa', from, ...(until === undefined ? {} : { until }) }])],
  });
  const early = { castAt: at('19:00', '2026-02-02') };
  test.each<[string, Partial<PolicyInput>, Partial<VoteInput>]>([
    ['valid', held('2026-02-03', '2026-02-03'), {}],
    ['out-of-role', held('2026-02-04'), {}],
    ['out-of-role', held('2025-01-01', '2026-02-02'), {}],
    // In Kolkata it is half past midnight already.
    ['valid', held('2026-02-03'), early],
    ['out-of-role', held('2025-01-01', '2026-02-02'), early],
    ['out-of-role', {}, { account: { on: 'slack', id: 'U-NOBODY' } }],
    ['out-of-role', {}, { account: { on: 'slack', id: 'dana' } }],
    ['valid', {}, { account: { on: 'github', id: 'DANA' } }],
    ['out-of-role', {}, { role: 'sre' }],
  ])('%s: %j %j', (state, rules, more) => {
    expect(stateOf(qa(more), { policy: policy(rules) })).toBe(state);
  });

  test('the lead of one module is none of another, and none of the release', () => {
    const asLead = (module: string, commit: string) => vote('module-lead', 'asha-rao', { module, commit });
    expect(stateOf(asLead(LEAD, COMMITS.release))).toBe('valid');
    expect(stateOf(asLead(API, COMMITS.api))).toBe('out-of-role');
    const roster = [rosterEntry('dana-ito', [{ role: 'qa', module: API, from: '2025-01-01' }])];
    expect(stateOf(qa(), { policy: policy({ roster }) })).toBe('out-of-role');
  });
});

describe('in time', () => {
  const asap = policy({ cadence: { rhythm: 'asap' } });
  test.each<[string, string, Partial<Dossier>]>([
    ['valid', at('10:30'), {}],
    ['late', '2026-02-03T10:30:01+00:00', {}],
    ['valid', at('11:30'), { policy: asap }],
    ['late', '2026-02-03T11:30:01+00:00', { policy: asap }],
    [
      'late',
      at('11:00'),
      { release: null, opening: opening({ modules: [{ id: LEAD, commit: COMMITS.release }] }) },
    ],
    ['valid', at('12:00'), { opening: opening({ emergency: EMERGENCY }) }],
    [
      'late',
      at('11:31', '2026-02-05'),
      { opening: opening({ emergency: EMERGENCY }), now: at('12:00', '2026-02-06') },
    ],
    ['late', at('10:00'), { now: at('09:00') }],
  ])('%s at %s', (state, castAt, more) => {
    expect(stateOf(qa({ castAt }), more)).toBe(state);
  });

  test('what makes a vote late is told', () => {
    const [judged] = judgeVotes(dossier({ votes: [qa({ castAt: at('11:00') })] }));
    expect(judged?.because).toBe(
      'it was cast at 2026-02-03T11:00:00+00:00, after the decision at 16:00 on 2026-02-03 (Asia/Kolkata)',
    );
  });
});

test('an edited vote does not count, whenever it was edited', () => {
  expect(stateOf(qa({ editedAt: at('10:01') }))).toBe('edited');
});

describe('on own work', () => {
  const changesBy = (...authors: string[]): Partial<Dossier> => ({
    changes: [`${LEAD}-11`, `${API}-21`, `${API}-22`].map((id, index) =>
      change(id, { author: authors[index] ?? 'gita' }),
    ),
  });
  test('a vote on nothing but own changes is one on oneself', () => {
    expect(stateOf(qa(), changesBy('dana', 'Dana Ito', '@DANA'))).toBe('self');
    expect(
      stateOf(
        vote('module-lead', 'bo-lind', { module: API, commit: COMMITS.api }),
        changesBy('gita', 'bo', 'bo'),
      ),
    ).toBe('self');
  });

  test('one own change of several is a matter of its own approval', () => {
    expect(stateOf(qa(), changesBy('dana', 'dana', 'gita'))).toBe('valid');
  });

  test('what nobody has a record of is not shown to be own work', () => {
    expect(stateOf(qa(), { changes: [] })).toBe('valid');
  });
});

describe('a person’s last word', () => {
  const standing = (...votes: ReturnType<typeof vote>[]) =>
    standingVotes(countedVotes(dossier({ votes }))).map(({ vote: { data } }) => data.decision);
  const go = qa({ castAt: at('09:00') });
  const later = (decision: VoteInput['decision'], more: Partial<VoteInput> = {}) =>
    qa({ decision, castAt: at('09:30'), ...more });

  test('takes the place of the ones before it, from whichever account', () => {
    expect(standing(go, later('no-go'))).toEqual(['no-go']);
    expect(standing(later('no-go', { account: { on: 'github', id: 'dana' } }), go)).toEqual(['no-go']);
    expect(standing(qa({ decision: 'no-go', castAt: at('09:00') }), later('go'))).toEqual(['go']);
  });

  test('is not taken back by abstaining, nor by a vote that does not count', () => {
    expect(standing(go, later('abstain'))).toEqual(['go']);
    const nogo = qa({ decision: 'no-go', castAt: at('09:00') });
    for (const more of [{ commit: COMMITS.other }, { editedAt: CAST_AT }, { commit: undefined }])
      expect(standing(nogo, later('go', more))).toEqual(['no-go']);
  });

  test('of two in the same second the one against counts', () => {
    const nogo = qa({ decision: 'no-go' });
    expect(standing(nogo, qa())).toEqual(['no-go']);
    expect(standing(qa(), nogo)).toEqual(['no-go']);
  });

  test('is one for each role and module', () => {
    const roster = [rosterEntry('dana-ito', [{ role: 'module-lead', from: '2025-01-01' }])];
    const leads = [
      vote('module-lead', 'dana-ito', { module: LEAD }),
      vote('module-lead', 'dana-ito', { module: API, commit: COMMITS.api }),
    ];
    const votes = countedVotes(dossier({ votes: leads, policy: policy({ roster }) }));
    expect(standingVotes(votes).map(({ module }) => module)).toEqual([LEAD, API]);
  });
});
