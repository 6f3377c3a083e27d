import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnGraph } from '../testing/drawn-graph.ts';
import { commitsArbitrary, drawnCommits } from '../testing/random-graph.ts';
import type { Commit } from './graph.ts';
import { type Line, Lineage } from './lineage.ts';
import { orderByHistory } from './release-order.ts';

/** Everything that a release holds, by what it says of itself. */
function closure(lineage: Lineage, release: number): Set<number> {
  const found = new Set<number>();
  const open = lineage.closest(release);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.add(next);
    open.push(...lineage.closest(next).filter((other) => !found.has(other)));
  }
  return found;
}

/** True where every module that both have is at least as far in the later one. */
function reaches(lines: readonly Line[], later: number, earlier: number): boolean {
  return lines.every(({ graph, tips }) => {
    const [to, from] = [tips[later] as Commit | null, tips[earlier] as Commit | null];
    return to === null || from === null || graph.reaches(to, from);
  });
}

const tagsArbitrary = fc.array(fc.nat(99), { minLength: 1, maxLength: 10 });

/** Releases of one history in their order: several tags may be on one commit. */
function releasedLine(list: Parameters<typeof drawnCommits>[0], tags: readonly number[]): Line {
  const { graph, commits } = drawnCommits(list);
  const points = tags.map((pick, index) => ({
    version: `1.${index}.0`,
    commit: commits[pick % commits.length] as Commit,
  }));
  return { graph, tips: orderByHistory(graph, points).map(({ commit }) => commit) };
}

test('in any history a release descends from those that its tip reaches, and from no others', () => {
  fc.assert(
    fc.property(commitsArbitrary, tagsArbitrary, (list, tags) => {
      const line = releasedLine(list, tags);
      const lineage = new Lineage([line]);
      for (const later of line.tips.keys()) {
        const held = [...line.tips.keys()].filter(
          (earlier) => earlier < later && reaches([line], later, earlier),
        );
        expect([...closure(lineage, later)].sort((a, b) => a - b)).toEqual(held);
        expect(held.filter((earlier) => lineage.holds(later, earlier))).toEqual(held);
        expectReduced(lineage, later);
      }
    }),
    { seed: 1, numRuns: 120 },
  );
});

test('in any product of two repositories it holds them in both', () => {
  const tipArbitrary = fc.option(fc.nat(99), { freq: 4 });
  fc.assert(
    fc.property(commitsArbitrary, commitsArbitrary, fc.array(tipArbitrary), tagsArbitrary, (...drawn) => {
      const [list, other, picks, tags] = drawn;
      const lead = releasedLine(list, tags);
      const { graph, commits } = drawnCommits(other);
      const tips = lead.tips.map((_, place) => {
        const pick = picks[place] ?? null;
        return pick === null ? null : (commits[pick % commits.length] as Commit);
      });
      const lines = [lead, { graph, tips }];
      const lineage = new Lineage(lines);
      const releases = [...lead.tips.keys()];
      for (const later of releases) {
        const found = closure(lineage, later);
        for (const earlier of releases.slice(0, later)) {
          // Whole is what holds all that the earlier one holds as well: a module may be lost and come again.
          const below = [earlier, ...closure(lineage, earlier)];
          expect(found.has(earlier)).toBe(below.every((one) => reaches(lines, later, one)));
        }
        expectReduced(lineage, later);
      }
    }),
    { seed: 2, numRuns: 120 },
  );
});

function expectReduced(lineage: Lineage, release: number): void {
  const closest = lineage.closest(release);
  for (const one of closest) expect(closest.filter((other) => lineage.holds(other, one))).toEqual([]);
}

describe('a release descends from', () => {
  const lines = (drawing: string, ...tips: (string | null)[]): Line => {
    const { graph, at } = drawnGraph(drawing);
    return { graph, tips: tips.map((id) => (id === null ? null : at(id))) };
  };

  test('the ends of both lines that were merged', () => {
    expect(new Lineage([lines('a b:a c:a d:b,c', 'a', 'b', 'c', 'd')]).closest(3)).toEqual([1, 2]);
  });

  test('nothing, where it has a root of its own', () => {
    expect(new Lineage([lines('a b', 'a', 'b')]).closest(1)).toEqual([]);
  });

  test('the one before on the same commit', () => {
    const lineage = new Lineage([lines('a b:a', 'a', 'b', 'b', 'b')]);
    expect([1, 2, 3].map((release) => lineage.closest(release))).toEqual([[0], [1], [2]]);
  });

  test('no release whose other module was further', () => {
    const lead = lines('a b:a c:b', 'a', 'b', 'c');
    expect(new Lineage([lead, lines('x y:x', 'x', 'y', 'x')]).closest(2)).toEqual([0]);
  });

  test('one that lost a module, unless that one’s own ancestors were further in it', () => {
    const lead = lines('a b:a c:b', 'a', 'b', 'c');
    expect(new Lineage([lead, lines('x y:x', 'x', null, 'y')]).closest(2)).toEqual([1]);
    expect(new Lineage([lead, lines('x y:x', 'y', null, 'x')]).closest(2)).toEqual([]);
  });
});

test('ten thousand releases with patch branches are cheap', () => {
  const minors = 5_000;
  const rows = ['m0', 'p0:m0'];
  for (let minor = 1; minor < minors; minor += 1)
    rows.push(`m${minor}:m${minor - 1}`, `p${minor}:m${minor}`, `x${minor}:m${minor}`);
  const { graph, at } = drawnGraph(rows.join(' '));
  const tips = Array.from({ length: minors }, (_, minor) => [at(`m${minor}`), at(`p${minor}`)]).flat();
  const begun = performance.now();
  const lineage = new Lineage([{ graph, tips }]);
  const closest = [...tips.keys()].map((release) => lineage.closest(release));
  expect(closest.slice(0, 6)).toEqual([[], [0], [0], [2], [2], [4]]);
  expect(closest.every((found) => found.length < 2)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
