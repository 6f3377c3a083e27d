import fc from 'fast-check';
import { toInstant } from '../../history/product-clock.ts';
import {
  CONTROL_IDS,
  type Note,
  type Opening,
  type Policy,
  type PolicyInput,
  type Release,
} from '../../records/index.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { arbitraryDossier, arbitraryVote } from './arbitrary-dossier.ts';
import { at, DIGESTS, LEAD, RELEASED_AT } from './constants.ts';
import { DEPLOYED, deployment, ENVIRONMENTS } from './deployment.ts';
import { note, waiver } from './dossier.ts';
import { policy, ROSTER } from './policy.ts';
import { EMERGENCY, opening, release } from './release.ts';

const HOUR = 3600;

type RosterEntries = NonNullable<PolicyInput['roster']>;

/** Any second of the week around the release; some of them often, so that records fall on the same one. */
const arbitraryInstant: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(at('09:00'), at('10:30'), RELEASED_AT, at('11:45')),
  fc.integer({ min: -84 * HOUR, max: 84 * HOUR }).map((seconds) => later(RELEASED_AT, seconds)),
);

const arbitrarySpan = fc
  .tuple(arbitraryInstant, arbitraryInstant)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => (one < other ? { from: one, until: other } : { from: other, until: one }));

/** Somebody takes office or leaves it in that week. */
const arbitraryRoster = fc
  .record({ span: arbitrarySpan, seat: fc.nat(), isOver: fc.boolean() })
  .map(({ span, seat, isOver }): RosterEntries => {
    const [from, until] = [span.from.slice(0, 10), span.until.slice(0, 10)];
    return ROSTER.map(({ roles = [], ...person }, index) => ({
      ...person,
      roles: roles.map((held) =>
        index === seat % ROSTER.length ? { ...held, from, ...(isOver && { until }) } : held,
      ),
    }));
  });

/** Many a one lasts when the release is made. */
const arbitraryFreeze = fc
  .oneof(
    arbitrarySpan,
    arbitraryInstant.map((until) => ({ from: at('00:00', '2026-01-20'), until })),
  )
  .map((span) => ({ ...span, because: 'Stocktaking' }));

const arbitraryPolicy: fc.Arbitrary<Recorded<Policy>> = fc
  .record({
    timeZone: fc.constantFrom('Asia/Kolkata', 'UTC', 'America/New_York', 'Pacific/Auckland'),
    decision: fc.constantFrom('16:00', undefined),
    votesWithin: fc.constantFrom(1, 24, 48),
    roster: arbitraryRoster,
    freezes: fc.array(arbitraryFreeze, { maxLength: 1 }),
  })
  .map(({ decision, votesWithin, ...more }) =>
    policy({
      ...more,
      cadence: { rhythm: 'asap', ...(decision && { decision }) },
      emergency: { votesWithin },
      environments: ENVIRONMENTS,
    }),
  );

const arbitraryOpening = fc
  .record({
    openedAt: arbitraryInstant,
    due: fc.option(arbitraryInstant, { nil: undefined }),
    declared: fc.option(fc.record({ at: arbitraryInstant, by: fc.constantFrom('cyra-osei', 'nobody') })),
  })
  .map(({ openedAt, due, declared }) => {
    const { due: _, ...data } = opening().data;
    const emergency: Opening['emergency'] =
      declared === null ? undefined : { ...EMERGENCY, declaredAt: declared.at, declaredBy: declared.by };
    return {
      ...opening(),
      data: { ...data, openedAt, ...(due && { due }), ...(emergency && { emergency }) },
    };
  });

const arbitraryRelease: fc.Arbitrary<Recorded<Release> | null> = fc.option(
  arbitraryInstant.map((date) => release({ date })),
);

const arbitraryWaiver = fc
  .record({
    control: fc.constantFrom(...CONTROL_IDS),
    span: arbitrarySpan,
    by: fc.constantFrom('emil-novak', 'nobody'),
  })
  .map(({ control, span, by }) => waiver(control, { by, at: span.from, until: span.until }));

const arbitraryDeployment = fc
  .record({
    at: arbitraryInstant,
    environment: fc.constantFrom('staging', 'production'),
    outcome: fc.constantFrom('succeeded', 'failed'),
    digest: fc.constantFrom(DIGESTS.lead, DIGESTS.other),
  })
  .map(({ digest, ...more }) =>
    deployment({ ...more, modules: [{ ...DEPLOYED[0], id: LEAD, version: '1.4.0', digest }] }),
  );

const arbitraryWithdrawal: fc.Arbitrary<Note['withdrawn']> = fc.option(
  fc.record({ reason: fc.constant('It went dark.'), at: arbitraryInstant }, { requiredKeys: ['reason'] }),
  { nil: undefined },
);

/** Times for the first few of some records; null for those that keep their own. */
function sometimes(arbitrary: fc.Arbitrary<string>): fc.Arbitrary<(string | null)[]> {
  return fc.array(fc.option(arbitrary, { freq: 1 }), { maxLength: 6 });
}

/** A dossier in which whatever has a time may have any. */
export const timedDossier: fc.Arbitrary<Dossier> = fc
  .record({
    before: arbitraryDossier,
    policy: arbitraryPolicy,
    opening: arbitraryOpening,
    release: arbitraryRelease,
    moreVotes: fc.array(arbitraryVote, { maxLength: 3 }),
    castAt: sometimes(arbitraryInstant),
    editedAt: sometimes(arbitraryInstant),
    filedAt: sometimes(arbitraryInstant),
    waivers: fc.array(arbitraryWaiver, { maxLength: 3 }),
    deployments: fc.array(arbitraryDeployment, { maxLength: 2 }),
    withdrawn: arbitraryWithdrawal,
  })
  .map(({ before, moreVotes, castAt, editedAt, filedAt, withdrawn, ...more }) => ({
    ...before,
    ...more,
    votes: [...moreVotes, ...before.votes].map(({ data, ...vote }, index) => {
      const edited = editedAt[index] ?? data.editedAt;
      const times = { castAt: castAt[index] ?? data.castAt, ...(edited && { editedAt: edited }) };
      return { ...vote, data: { ...data, ...times } };
    }),
    stages: before.stages.map(({ data, path }, index) => ({
      data: { ...data, filedAt: filedAt[index] ?? data.filedAt },
      path,
    })),
    note: { ...note(), data: { ...note().data, ...(withdrawn && { withdrawn }) } },
  }));

/** A moment at which something in a dossier happens, or around it: where a rule may turn. */
export function momentIn(dossier: Dossier, { pick, seconds }: { pick: number; seconds: number }): string {
  const told = JSON.stringify(dossier).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/g) ?? [];
  const instants = [...new Set(told)];
  return later(instants[pick % instants.length] ?? dossier.now, seconds);
}

/** What chooses a moment: an instant of the dossier, or a little or some hours before or after it. */
export const arbitraryMoment = fc.record({
  pick: fc.nat(),
  seconds: fc.oneof(
    fc.constantFrom(0, 1, -1),
    fc.integer({ min: -100, max: 100 }).map((hours) => hours * HOUR + 1),
  ),
});

function later(instant: string, seconds: number): string {
  return toInstant(Date.parse(instant) + seconds * 1000);
}
