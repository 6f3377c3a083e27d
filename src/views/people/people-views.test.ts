import { describe, expect, test } from 'vitest';
import {
  change,
  deployment,
  dossier,
  opening,
  policy,
  review,
  rosterEntry,
  user,
  vote,
  waiver,
} from '../../verdict/testing/index.ts';
import type { Act } from './act.ts';
import { actorsOf, withoutAddresses } from './actor.ts';
import { actsCsv } from './acts-csv.ts';
import { actsTable } from './acts-table.ts';
import { deploymentActs } from './deployment-acts.ts';
import { heldRoles, heldRolesTable, isHeldOn, shownRoles } from './held-roles.ts';
import { peopleTable } from './people-tables.ts';
import { releaseActs } from './release-acts.ts';
import { roleTimeline } from './role-timeline.ts';
import { distinctActs, strangers, tallyOf } from './tally.ts';

const ID = 'lantern-11';

function acts(more: Parameters<typeof dossier>[0]): Act[] {
  return releaseActs(dossier({ changes: [], votes: [], opening: null, ...more }));
}

function said(all: readonly Act[]): string[] {
  return all.map(({ who, kind, conflict }) => `${who.name} ${kind}${conflict === null ? '' : ' (own)'}`);
}

describe('a change', () => {
  test('was written, reviewed and merged by somebody, each told once', () => {
    expect(said(acts({ changes: [change(ID)] }))).toEqual([
      'gita-roy wrote',
      'hugo-berg review',
      'asha-rao merged',
    ]);
  });

  test('that its author approves is a conflict, by whichever account', () => {
    const roster = [
      {
        ...rosterEntry('gita-roy'),
        accounts: [
          { on: 'github' as const, id: 'gita' },
          { on: 'github' as const, id: 'gita-too' },
        ],
      },
    ];
    const own = change(ID, {}, { reviews: [review('gita-too')] });
    expect(said(acts({ changes: [own], policy: policy({ roster, gates: [] }) }))).toContain(
      'gita-roy review (own)',
    );
  });

  test('that its author asks to be changed is none', () => {
    const own = change(ID, {}, { reviews: [review('gita', { state: 'changes-requested' })] });
    expect(said(acts({ changes: [own] }))).toContain('gita-roy review');
  });

  test('is not reviewed by whoever only comments', () => {
    const talk = change(ID, {}, { reviews: [review('hugo', { state: 'commented' })] });
    expect(said(acts({ changes: [talk] }))).not.toContain('hugo-berg review');
  });

  test('that its author merged says so', () => {
    const merged = acts({ changes: [change(ID, {}, { merger: user('gita') })] }).at(-1);
    expect(merged).toMatchObject({ kind: 'merged', conflict: null, marks: [{ kind: 'caution' }] });
  });
});

test('votes, waivers and openings are told with what they are worth', () => {
  const all = acts({
    votes: [vote('qa', 'gita-roy')],
    waivers: [waiver('stages')],
    opening: opening({ openedBy: 'cyra-osei' }),
  });
  expect(said(all)).toEqual(['cyra-osei opened', 'gita-roy vote', 'emil-novak waived']);
  expect(all[1]?.marks.map(({ text }) => text)).toEqual(['GO', 'out of role']);
});

test('a rollback is of whoever decided as well', () => {
  const back = deployment({
    kind: 'rollback',
    by: 'lantern-ci',
    rollback: { from: '1.4.0', decidedBy: 'cyra-osei' },
  });
  expect(deploymentActs([back], policy().data).map(({ who }) => who)).toEqual([
    { person: null, name: 'lantern-ci', bot: false },
    { person: 'cyra-osei', name: 'cyra-osei', bot: false },
  ]);
});

describe('who somebody is', () => {
  const actors = actorsOf(policy().data);

  test('is told by account, whatever its case', () => {
    expect(actors.ofAuthor('@ASHA').person).toBe('asha-rao');
    expect(actors.ofAuthor('Asha Rao').person).toBe('asha-rao');
    expect(actors.ofVoter({ on: 'slack', id: 'U-ASHA' }).person).toBe('asha-rao');
  });

  test('never shows an address', () => {
    expect(actors.ofAuthor('Zoe <zoe@example.org>').name).toBe('Zoe <⟨address⟩>');
    expect(withoutAddresses('a@b')).toBe('a@b');
  });

  test('knows a bot with and without its suffix as one', () => {
    const [one] = strangers(
      acts({ changes: [change(ID, { author: 'renovate[bot]', coAuthors: ['renovate'] })] }),
    ).filter(({ who }) => who.name === 'renovate');
    expect(one).toMatchObject({ who: { bot: true }, counts: { wrote: 1 } });
  });
});

test('what several releases tell is counted once, the newest first', () => {
  const twice = [...acts({ changes: [change(ID)] }), ...acts({ changes: [change(ID)] })];
  const all = distinctActs(twice);
  expect(all).toHaveLength(3);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  const gita = { person: 'gita-roy', name: 'gita-roy', bot: false };
  const tally = tallyOf(
    gita,
    all.filter(({ who }) => who.person === 'gita-roy'),
  );
  expect(peopleTable('lantern', [tally]).rows[0]?.[0]).toEqual([
    { is: 'link', text: 'gita-roy', href: '/audit/lantern/people/gita-roy/' },
  ]);
  const context = { product: 'lantern', timeZone: 'UTC', versions: new Set(['1.4.0']) };
  expect(actsTable(all, 'x', context).rows).toHaveLength(3);
  expect(actsCsv(all).trimEnd().split('\r\n')).toHaveLength(4);
});

describe('held roles', () => {
  const roster = [
    rosterEntry('asha-rao', [{ role: 'qa', from: '2026-01-01', until: '2026-01-31' }]),
    rosterEntry('bo-lind', [{ role: 'module-lead', module: 'lantern', from: '2026-01-16' }]),
  ];
  const { data } = policy({ roster, gates: [] });
  const held = heldRoles(data.roster, data);

  test('last from the first day to the last', () => {
    const [first] = held;
    if (first === undefined) throw new Error('nobody holds a role');
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => isHeldOn(first, day)),
    ).toEqual([false, true, true, false]);
  });

  test('that ended longest ago have to go where there is no room', () => {
    const [ended, lasting] = held;
    if (ended === undefined || lasting === undefined) throw new Error('nobody holds a role');
    const { shown, further } = shownRoles([ended, ...Array.from({ length: 70 }, () => ({ ...lasting }))]);
    expect(further).toBe(1);
    expect(shown).not.toContain(ended);
  });

  test('are drawn to today, and as a table', () => {
    const { bars, height } = roleTimeline(held, '2026-01-31');
    expect(bars.map(({ label, held: now }) => [label, now])).toEqual([
      ['asha-rao, QA', true],
      ['bo-lind, Module lead of lantern', true],
    ]);
    expect(bars.every(({ x, width }) => x >= 300 && x + width <= 580)).toBe(true);
    expect(bars[1]?.x).toBeGreaterThan(bars[0]?.x ?? 0);
    expect(height).toBe(66);
    expect(heldRolesTable(held, 'lantern', '2026-02-01').rows[0]?.at(-1)).toMatchObject([
      { mark: { text: 'over' } },
    ]);
  });
});
