import fc from 'fast-check';
import type { Vote } from '../../records/index.ts';
import type { Dossier, Written } from '../dossier.ts';
import { change, directChange, review } from './change.ts';
import { API, at, COMMITS, DIGESTS, LEAD, NOW } from './constants.ts';
import { checklist, dossier } from './dossier.ts';
import { EMERGENCY, opening } from './release.ts';
import { allReports, report } from './report.ts';
import { allVotes, vote } from './vote.ts';

/** Any vote, most of which do not count. */
export const arbitraryVote: fc.Arbitrary<Written<Vote>> = fc
  .record({
    seat: fc.constantFrom(
      { role: 'module-lead', person: 'bo-lind', module: API },
      { role: 'sre', person: 'cyra-osei' },
      { role: 'qa', person: 'dana-ito' },
      { role: 'qa', person: 'gita-roy' },
      { role: 'management', person: 'emil-novak' },
    ),
    decision: fc.constantFrom('go', 'no-go', 'veto', 'abstain'),
    castAt: fc.constantFrom(at('09:00'), at('10:00'), at('10:20'), at('11:00'), at('12:00')),
    editedAt: fc.constantFrom(undefined, undefined, at('12:00')),
    commit: fc.constantFrom(COMMITS.release, COMMITS.api, COMMITS.other, undefined),
    digest: fc.constantFrom(undefined, undefined, DIGESTS.lead, DIGESTS.api),
  })
  .map(({ seat: { role, person, ...module }, ...cast }) => vote(role, person, { ...module, ...cast }));

const arbitraryReport = fc
  .record({
    stage: fc.constantFrom('build', 'unit-tests', 'image-scan', 'push', 'integration', 'load'),
    module: fc.constantFrom(LEAD, API, null),
    result: fc.constantFrom('passed', 'failed', 'unproven'),
    full: fc.boolean(),
    attempt: fc.integer({ min: 1, max: 3 }),
    commit: fc.constantFrom(COMMITS.release, COMMITS.api, COMMITS.other, undefined),
    digest: fc.constantFrom(DIGESTS.lead, DIGESTS.api, DIGESTS.other, undefined),
  })
  .map(({ stage, module, ...more }) => report(stage, module, more));

const arbitraryChange = fc.constantFrom(
  change(`${LEAD}-11`, {}, { reviews: [] }),
  change(`${LEAD}-11`, { title: '' }),
  change(`${API}-21`, { author: 'bo' }, { reviews: [review('bo')] }),
  directChange(`${API}-22`),
);

const OPEN_CHECKLIST = checklist('sre', '- [ ] The release branch is cut\n');

/** A dossier that is blessed or a step or two away from it. */
export const arbitraryDossier: fc.Arbitrary<Dossier> = fc
  .record({
    votes: mostOf(allVotes()),
    moreVotes: seldom(fc.array(arbitraryVote, { minLength: 1, maxLength: 2 }), []),
    stages: mostOf(allReports()),
    moreStages: seldom(fc.array(arbitraryReport, { minLength: 1, maxLength: 2 }), []),
    changes: mostOf(dossier().changes),
    otherChange: seldom(arbitraryChange, null),
    opening: seldom(fc.constant(opening({ emergency: EMERGENCY })), opening()),
    checklists: seldom(fc.constantFrom([], [OPEN_CHECKLIST]), [checklist('sre')]),
    now: fc.constantFrom(at('10:25'), NOW, at('06:00', '2026-02-09')),
  })
  .map(({ votes, moreVotes, stages, moreStages, changes, otherChange, ...more }) =>
    dossier({
      votes: [...votes, ...moreVotes],
      stages: [...stages, ...moreStages],
      changes: otherChange === null ? changes : withChange(changes, otherChange),
      ...more,
    }),
  );

function withChange(changes: Dossier['changes'], change: Dossier['changes'][number]): Dossier['changes'] {
  return [...changes.filter(({ data }) => data.id !== change.data.id), change];
}

/** All, or sometimes all but one. */
function mostOf<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  const left = items.map((_, index) => items.filter((_item, other) => other !== index));
  return fc
    .integer({ min: -2 * left.length, max: left.length - 1 })
    .map((index) => left[index] ?? [...items]);
}

function seldom<Value, Usual>(arbitrary: fc.Arbitrary<Value>, usual: Usual): fc.Arbitrary<Value | Usual> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
}
