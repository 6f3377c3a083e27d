import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  API,
  allVotes,
  at,
  COMMITS,
  dossier,
  EMERGENCY,
  LEAD,
  module,
  opening,
  policy,
  release,
  rosterEntry,
  vote,
  WEB,
} from '../testing/index.ts';
import { approvals } from './approvals.ts';
import { emergency } from './emergency.ts';

const FROM = '2025-01-01';
const examine = (more: Partial<Dossier> = {}) => approvals.examine(dossier(more));
const textsOf = (more: Partial<Dossier>) => examine(more).reasons.map(({ text }) => text);
const without = (role: string) => allVotes().filter(({ data }) => data.role !== role);

test('passes with a GO of each role, and names each', () => {
  expect(examine()).toMatchObject({
    result: 'pass',
    reasons: allVotes().map(({ path }) => ({ record: path })),
  });
});

test('a policy without roles shows nothing', () => {
  const bare = policy({ roles: [], roster: [], gates: [], checklists: {} });
  expect(examine({ policy: bare }).result).toBe('unproven');
});

test.each(['module-lead', 'sre', 'qa', 'management'])('fails without the GO of %s once it is due', (role) => {
  expect(examine({ votes: without(role) }).result).toBe('fail');
});

test('waits while votes may still come', () => {
  const open = { votes: without('qa'), now: at('10:15') };
  expect(examine(open).result).toBe('unproven');
  expect(textsOf(open)).toEqual([
    'qa: 0 of 1 GO; votes may come until the decision at 16:00 on 2026-02-03 (Asia/Kolkata)',
  ]);
});

test('asks each module that moved, and none that stands still', () => {
  expect(textsOf({ votes: without('module-lead') }).map((text) => text.split(':')[0])).toEqual([
    `module-lead of ${LEAD}`,
    `module-lead of ${API}`,
  ]);
  const all = [module(LEAD, COMMITS.release, 1), module(API, COMMITS.api, 2), module(WEB, COMMITS.web, 1)];
  expect(examine({ release: release({ modules: all }) }).result).toBe('fail');
});

test('asks of each kind of release what the policy asks of it', () => {
  const majorOnly: PolicyInput['roles'] = [
    { id: 'module-lead', name: 'Lead', each: 'module', for: ['major'] },
    { id: 'sre', name: 'SRE' },
    { id: 'qa', name: 'QA' },
    { id: 'management', name: 'Management', for: ['major'] },
  ];
  expect(
    examine({
      policy: policy({ roles: majorOnly }),
      votes: [vote('sre', 'cyra-osei'), vote('qa', 'dana-ito')],
    }).result,
  ).toBe('pass');
});

describe('a NO-GO', () => {
  const two = (votes: number): Partial<PolicyInput> => ({
    roles: [
      { id: 'sre', name: 'SRE', votes },
      { id: 'qa', name: 'QA', veto: true },
    ],
    roster: [
      rosterEntry('ada-sre', [{ role: 'sre', from: FROM }]),
      rosterEntry('ben-sre', [{ role: 'sre', from: FROM }]),
      rosterEntry('cai-sre', [{ role: 'sre', from: FROM }]),
      rosterEntry('dana-ito', [{ role: 'qa', from: FROM }]),
    ],
    gates: [],
  });
  const result = (decisions: Record<string, 'go' | 'no-go' | 'veto'>, votes = 1) =>
    examine({
      policy: policy(two(votes)),
      votes: Object.entries(decisions).map(([person, decision]) =>
        vote(person === 'dana-ito' ? 'qa' : 'sre', person, { decision }),
      ),
    }).result;

  test('is outvoted by more people of its role', () => {
    expect(result({ 'dana-ito': 'go', 'ada-sre': 'go', 'ben-sre': 'go', 'cai-sre': 'no-go' })).toBe('pass');
    expect(result({ 'dana-ito': 'go', 'ada-sre': 'go', 'cai-sre': 'no-go' })).toBe('fail');
    expect(result({ 'dana-ito': 'go', 'ada-sre': 'go', 'cai-sre': 'veto' })).toBe('fail');
  });

  test('of a role with a veto is outvoted by nobody', () => {
    expect(result({ 'dana-ito': 'no-go', 'ada-sre': 'go' })).toBe('fail');
    expect(result({ 'dana-ito': 'veto', 'ada-sre': 'go' })).toBe('fail');
  });

  test('as many GOs as asked for are needed', () => {
    expect(result({ 'dana-ito': 'go', 'ada-sre': 'go' }, 2)).toBe('fail');
    expect(result({ 'dana-ito': 'go', 'ada-sre': 'go', 'ben-sre': 'go' }, 2)).toBe('pass');
  });

  test('with a veto stops a release that does not need the role', () => {
    const roles: PolicyInput['roles'] = [
      { id: 'sre', name: 'SRE' },
      { id: 'qa', name: 'QA', veto: true, for: ['major'] },
    ];
    const given = policy({ ...two(1), roles });
    const votes = [vote('sre', 'ada-sre'), vote('qa', 'dana-ito', { decision: 'veto' })];
    expect(examine({ policy: given, votes })).toMatchObject({
      result: 'fail',
      reasons: [{ text: expect.stringMatching(/^dana-ito said VETO as qa .*, which cannot be outvoted$/) }],
    });
  });

  test('is enough before votes are due', () => {
    const votes = [...without('qa'), vote('qa', 'dana-ito', { decision: 'no-go' })];
    expect(examine({ votes, now: at('10:15') }).result).toBe('fail');
  });
});

describe('one person', () => {
  const hats = (also: string): Partial<Dossier> => ({
    policy: policy({
      roles: [
        { id: 'sre', name: 'SRE' },
        { id: 'qa', name: 'QA' },
      ],
      roster: [
        rosterEntry('ada-sre', [
          { role: 'sre', from: FROM },
          { role: 'qa', from: FROM },
        ]),
        rosterEntry('ben-qa', [{ role: also, from: FROM }]),
      ],
      gates: [],
    }),
  });
  const both = [vote('sre', 'ada-sre'), vote('qa', 'ada-sre')];

  test('counts in one role only', () => {
    expect(examine({ ...hats('qa'), votes: both })).toMatchObject({
      result: 'fail',
      reasons: [
        {
          text: 'ada-sre said GO in several of the roles sre and qa: nobody counts twice, and others are too few',
        },
      ],
    });
  });

  test('counts in the role in which the others are too few', () => {
    expect(examine({ ...hats('qa'), votes: [...both, vote('qa', 'ben-qa')] }).result).toBe('pass');
    expect(examine({ ...hats('sre'), votes: [...both, vote('sre', 'ben-qa')] }).result).toBe('pass');
  });
});

describe('an emergency', () => {
  const urgent = (now: string): Partial<Dossier> => ({
    votes: [],
    now,
    opening: opening({ emergency: EMERGENCY }),
  });
  test('may collect its votes later, and says until when', () => {
    const dayAfter = urgent(at('11:30', '2026-02-05'));
    expect(examine(dayAfter).result).toBe('pass');
    expect(textsOf(dayAfter)[0]).toContain(
      'may collect its votes until 2026-02-05T11:30:00+00:00, 48 hours after',
    );
    expect(emergency.examine(dossier(dayAfter)).result).toBe('pass');
  });

  test('without them is not approved when their time is over', () => {
    const overdue = urgent(at('11:31', '2026-02-05'));
    expect(examine(overdue).result).toBe('fail');
    expect(emergency.examine(dossier(overdue)).result).toBe('fail');
  });

  test('with all of them stays approved', () => {
    const votes = allVotes().map((given) => ({
      ...given,
      data: { ...given.data, castAt: at('09:00', '2026-02-04') },
    }));
    const collected = { ...urgent(at('11:31', '2026-02-06')), votes };
    expect(examine(collected).result).toBe('pass');
    expect(emergency.examine(dossier(collected)).result).toBe('pass');
  });

  test('can be vetoed at once', () => {
    const votes = [vote('qa', 'dana-ito', { decision: 'veto' })];
    expect(examine({ ...urgent(at('12:00')), votes }).result).toBe('fail');
  });

  test('that was declared afterwards excuses nothing', () => {
    const later = opening({ emergency: { ...EMERGENCY, declaredAt: at('12:00') } });
    expect(examine({ votes: [], now: at('13:00'), opening: later }).result).toBe('fail');
  });
});
