import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceBound } from './controls/evidence-bound.ts';
import { gates } from './controls/gates.ts';
import type { Dossier } from './dossier.ts';
import { stageRuns } from './stage-runs.ts';
import { isAgainst } from './standing-votes.ts';
import { arbitraryDossier, arbitraryVote } from './testing/arbitrary-dossier.ts';
import { dossier } from './testing/index.ts';
import { judge } from './verdict.ts';
import { judgeVotes } from './vote-state.ts';

const EVIDENCE = [evidenceBound, gates];

const isBlessed = (given: Dossier): boolean => judge(given).verdict === 'blessed';

test('a vote that does not count blesses nothing that was not blessed', () => {
  fc.assert(
    fc.property(arbitraryDossier, arbitraryVote, (given, vote) => {
      const extended = { ...given, votes: [...given.votes, vote] };
      fc.pre(judgeVotes(extended).at(-1)?.state !== 'valid' && !isBlessed(given));
      expect(isBlessed(extended)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

type Removal = { name: string; without: Dossier };

function removals<Key extends 'votes' | 'stages' | 'changes' | 'checklists' | 'waivers'>(
  given: Dossier,
  key: Key,
  isRemovable: (index: number) => boolean = () => true,
): Removal[] {
  return given[key].flatMap((record, index) =>
    isRemovable(index)
      ? [
          {
            name: record.path,
            without: { ...given, [key]: given[key].filter((_, other) => other !== index) },
          },
        ]
      : [],
  );
}

/** A report that says nothing against a release: the only attempt, passed, and of what the other reports are of. */
function speaksFor(given: Dossier, index: number): boolean {
  const report = given.stages[index];
  const run = stageRuns(given.stages).find(
    ({ attempts }) => report !== undefined && attempts.includes(report),
  );
  return (
    run?.attempts.length === 1 &&
    report?.data.result === 'passed' &&
    judge(given, EVIDENCE).verdict === 'blessed'
  );
}

/**
 * Taking a record away never blesses, with these exceptions, which say something against a release: a NO-GO or veto; a
 * report that did not pass, that stands before an earlier attempt, that is of something else or misses a limit. The
 * opening is left alone as well: it says what the release is meant to be.
 */
function harmlessRemovals(given: Dossier): Removal[] {
  const votes = judgeVotes(given);
  return [
    ...removals(given, 'votes', (index) => !votes.slice(index, index + 1).some(isAgainst)),
    ...removals(given, 'stages', (index) => speaksFor(given, index)),
    ...removals(given, 'changes'),
    ...removals(given, 'checklists'),
    ...removals(given, 'waivers'),
    { name: 'release', without: { ...given, release: null } },
    { name: 'note', without: { ...given, note: null } },
    { name: 'recovery', without: { ...given, recovery: null } },
  ];
}

test('no record that speaks for a release, and none of a fact about it, is in the way of a blessing', () => {
  fc.assert(
    fc.property(arbitraryDossier, fc.nat(), (given, chosen) => {
      fc.pre(!isBlessed(given));
      const all = harmlessRemovals(given);
      const removal = all[chosen % all.length];
      fc.pre(removal !== undefined);
      expect([removal.name, isBlessed(removal.without)]).toEqual([removal.name, false]);
    }),
    { numRuns: 300 },
  );
});

test('of a blessed release every record is needed', () => {
  const given = dossier();
  const kept = harmlessRemovals(given).filter(({ without }) => isBlessed(without));
  expect(isBlessed(given)).toBe(true);
  expect(kept.map(({ name }) => name)).toEqual([]);
});
