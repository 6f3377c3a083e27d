import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../lineage.ts';
import { planUpgrade } from './plan-upgrade.ts';
import { answer, freshIn, idsIn } from './testing/releases.ts';
import { type World, type WorldRelease, worlds } from './testing/world.ts';
import { notesOf } from './testing/world-notes.ts';
import { answerUpgrade, type Upgrade } from './upgrade.ts';

const manners = fc.record({ borrowing: fc.boolean(), together: fc.integer({ min: 1, max: 3 }) });
const RUNS = { numRuns: 250 };

type Pair = [from: WorldRelease, to: WorldRelease];

/** All pairs that need no swapping, so that an answer is of the releases that were asked for. */
function pairsOf({ releases }: World, notes: Parameters<typeof lineageReleases>[0]): Pair[] {
  const lineage = lineageOf(lineageReleases(notes));
  return releases.flatMap((from) =>
    releases
      .filter((to) => {
        const plan = planUpgrade(lineage, from.version, to.version);
        return plan.kind === 'upgrade' && !plan.swapped;
      })
      .map((to): Pair => [from, to]),
  );
}

function changesIn(told: readonly string[]): Set<string> {
  return new Set(told.flatMap((ids) => ids.split(' ')));
}

/** Each change of a set is told of, and nothing is told that has none of them. */
function tellsOf(told: readonly string[], really: ReadonlySet<string>): void {
  expect(really.difference(changesIn(told))).toEqual(new Set());
  expect(told.filter((ids) => !ids.split(' ').some((id) => really.has(id)))).toEqual([]);
}

function goneIn({ lost, takenBack }: Upgrade): string[] {
  return [...idsIn(lost), ...idsIn(takenBack)];
}

test('what is gained and lost is what is really in one release and not in the other', () => {
  fc.assert(
    fc.property(worlds(40), manners, (world, manner) => {
      const notes = notesOf(world, manner);
      for (const [from, to] of pairsOf(world, notes)) {
        const told = answer(notes, from.version, to.version);
        tellsOf(freshIn(told), to.has.difference(from.has));
        tellsOf(goneIn(told), from.has.difference(to.has));
      }
    }),
    RUNS,
  );
});

test('each change is told once where bullets hold one each', () => {
  fc.assert(
    fc.property(worlds(40), fc.boolean(), (world, borrowing) => {
      const notes = notesOf(world, { borrowing, together: 1 });
      for (const [from, to] of pairsOf(world, notes)) {
        const fresh = freshIn(answer(notes, from.version, to.version));
        expect(fresh.length).toBe(new Set(fresh).size);
      }
    }),
    RUNS,
  );
});

test('more notes than are needed change nothing, and neither does their order', () => {
  fc.assert(
    fc.property(worlds(30), manners, (world, manner) => {
      const notes = notesOf(world, manner);
      const lineage = lineageOf(lineageReleases(notes));
      for (const [from, to] of pairsOf(world, notes)) {
        const plan = planUpgrade(lineage, from.version, to.version);
        if (plan.kind !== 'upgrade') continue;
        expect(answerUpgrade(plan, lineage, notes.toReversed())).toEqual(
          answer(notes, from.version, to.version),
        );
      }
    }),
    RUNS,
  );
});

test('two steps tell of all that one step tells of', () => {
  fc.assert(
    fc.property(worlds(30), manners, fc.nat(), (world, manner, seed) => {
      const notes = notesOf(world, manner);
      const pairs = pairsOf(world, notes);
      const [from, to] = pairs[seed % Math.max(pairs.length, 1)] ?? [];
      if (from === undefined || to === undefined) return;
      const whole = to.has.difference(from.has);
      for (const by of world.releases.filter((other) => other !== from && other !== to)) {
        if (!isPair(pairs, from, by) || !isPair(pairs, by, to)) continue;
        const steps = [answer(notes, from.version, by.version), answer(notes, by.version, to.version)];
        expect(whole.difference(changesIn(steps.flatMap(freshIn)))).toEqual(new Set());
      }
    }),
    RUNS,
  );
});

function isPair(pairs: readonly Pair[], from: WorldRelease, to: WorldRelease): boolean {
  return pairs.some(([one, other]) => one === from && other === to);
}

test('asked the other way round, the answer is the same', () => {
  fc.assert(
    fc.property(worlds(30), manners, (world, manner) => {
      const notes = notesOf(world, manner);
      for (const [from, to] of pairsOf(world, notes))
        expect(answer(notes, to.version, from.version)).toEqual(answer(notes, from.version, to.version));
    }),
    RUNS,
  );
});
