import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productClock } from '../history/product-clock.ts';
import { type Control, pass } from './control.ts';
import type { Dossier } from './dossier.ts';
import { arbitraryMoment, momentIn, timedDossier } from './testing/arbitrary-times.ts';
import {
  at,
  CAST_AT,
  DECIDED_AT,
  dossier,
  EMERGENCY,
  NOW,
  note,
  opening,
  policy,
  RELEASED_AT,
  ROSTER,
  rosterEntry,
  vote,
  waiver,
} from './testing/index.ts';
import { settledMoment, turningPoints } from './turning-points.ts';
import { judge, type Verdict } from './verdict.ts';

/** Dossiers are dear to make: each is looked at some times. */
const SOME = { minLength: 3, maxLength: 3 };

const arbitraryLook = fc.record({ given: timedDossier, chosen: arbitraryMoment });

type Look = typeof arbitraryLook extends fc.Arbitrary<infer Value> ? Value : never;

/** The verdicts at a moment and at the settled one, which have to be the same. */
function verdictsOf({ given, chosen }: Look, controls?: readonly Control[]): [Verdict, Verdict] {
  const now = momentIn(given, chosen);
  const settled = settledMoment(turningPoints(given), now);
  return [judge({ ...given, now }, controls), judge({ ...given, now: settled }, controls)];
}

/** A rule that turns at moments of its own. */
function turning(isOver: (dossier: Dossier) => boolean): Control {
  const examine: Control['examine'] = (given) => pass({ text: String(isOver(given)), record: null });
  return { id: 'traceable', sentence: 'It is over.', clauses: [], examine };
}

describe('a verdict', () => {
  test('is the same at any moment as at the settled one', () => {
    fc.assert(
      fc.property(timedDossier, fc.array(arbitraryMoment, SOME), (given, moments) => {
        for (const chosen of moments) {
          const [now, settled] = verdictsOf({ given, chosen });
          expect(now).toEqual(settled);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('would not be by a rule that turns elsewhere: the dossiers are wide enough to see it', () => {
    const looks = fc.sample(arbitraryLook, { numRuns: 500, seed: 8 });
    const unseen = Object.entries(ELSEWHERE).filter(
      ([, isOver]) => !looks.some((look) => sees(look, isOver)),
    );
    expect(unseen.map(([name]) => name)).toEqual([]);
  });
});

/** Rules that turn at no turning point. */
const ELSEWHERE: Record<string, (dossier: Dossier) => boolean> = {
  'the end of a freeze': (given) => past(given.policy.data.freezes[0]?.until, given),
  'when a report ran': (given) => past(given.stages[0]?.data.ranAt, given),
  'when a change landed': (given) => past(given.changes[0]?.data.landedAt, given),
  'a deployment': (given) => past(given.deployments[0]?.data.at, given),
  'the evening of its release': (given) => past(given.release?.data.date.replace(/T\d\d/, 'T23'), given),
  'a day': ({ now, policy }) => productClock(policy.data.timeZone).dayOf(now).endsWith('04'),
};

function past(instant: string | undefined, { now }: Dossier): boolean {
  return instant !== undefined && now >= instant;
}

/** Whether the settled moment is seen to be the wrong one for a rule. */
function sees(look: Look, isOver: (dossier: Dossier) => boolean): boolean {
  const [now, settled] = verdictsOf(look, [turning(isOver)]);
  return now.controls[0]?.reasons[0]?.text !== settled.controls[0]?.reasons[0]?.text;
}

describe('turning points', () => {
  test('are the votes, the reports, the decision and the beginning', () => {
    expect(turningPoints(dossier())).toEqual([at('04:00'), at('06:10'), CAST_AT, DECIDED_AT, RELEASED_AT]);
  });

  test('are the edits of votes', () => {
    const votes = [vote('qa', 'dana-ito', { editedAt: at('12:34') })];
    expect(turningPoints(dossier({ votes })).at(-1)).toBe(at('12:34'));
  });

  test('are those of waivers and of a withdrawal', () => {
    const [begin, end, taken] = [at('12:00'), at('18:00'), at('20:00')];
    const withdrawn = { ...note(), data: { ...note().data, withdrawn: { reason: 'Dark.', at: taken } } };
    const waivers = [waiver('stages', { at: begin, until: end })];
    expect(turningPoints(dossier({ waivers, note: withdrawn })).slice(-3)).toEqual([begin, end, taken]);
  });

  test('are those of a declaration, with the deadlines before and after it', () => {
    const points = turningPoints(dossier({ opening: opening({ emergency: EMERGENCY }) }));
    expect(points).toContain(DECIDED_AT);
    expect(points).toContain(EMERGENCY.declaredAt);
    expect(points).toContain(at('11:30', '2026-02-05'));
  });

  describe('without a deadline', () => {
    const roles = [{ role: 'sre', from: '2026-02-10', until: '2026-02-20' }];
    const open = {
      policy: policy({ roster: [...ROSTER, rosterEntry('ivo-dahl', roles)] }),
      release: null,
    };
    const inOffice = [at('18:30', '2026-02-09'), at('18:30', '2026-02-20')];

    test('are the days on which somebody begins or ceases to hold a role', () => {
      const { due: _, ...data } = opening().data;
      const points = turningPoints(dossier({ ...open, opening: { ...opening(), data } }));
      expect(points.slice(-2)).toEqual(inOffice);
    });

    test('are those days, where a declaration took the deadline away', () => {
      expect(turningPoints(dossier(open))).not.toContain(inOffice[0]);
      const points = turningPoints(dossier({ ...open, opening: opening({ emergency: EMERGENCY }) }));
      expect(points.slice(-2)).toEqual(inOffice);
    });
  });
});

describe('the settled moment', () => {
  const points = [CAST_AT, RELEASED_AT];

  test('is the second after the last turning point, whenever one looks', () => {
    expect(settledMoment(points, NOW)).toBe('2026-02-03T11:30:01+00:00');
    expect(settledMoment(points, at('11:29'))).toBe('2026-02-03T10:00:01+00:00');
  });

  test('at a turning point is that point', () => {
    expect(settledMoment(points, RELEASED_AT)).toBe(RELEASED_AT);
  });

  test('is now before there is anything to judge', () => {
    expect(settledMoment(points, at('09:00'))).toBe(at('09:00'));
  });

  test('is neither later than now nor past a turning point', () => {
    fc.assert(
      fc.property(timedDossier, arbitraryMoment, (given, chosen) => {
        const [now, all] = [momentIn(given, chosen), turningPoints(given)];
        const settled = settledMoment(all, now);
        expect(settled <= now).toBe(true);
        expect(all.filter((point) => settled <= point && point <= now && settled !== now)).toEqual([]);
      }),
    );
  });
});
