import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnGraph } from '../testing/drawn-graph.ts';
import { commitsArbitrary, drawnCommits } from '../testing/random-graph.ts';
import { type Fate, furtherFates, type Standing } from './fates.ts';
import type { Commit } from './graph.ts';
import { Lineage } from './lineage.ts';
import { orderByHistory } from './release-order.ts';

/** Releases "a", "b" and so on of a drawn graph, in the order of the letters; capitals took the change back. */
function fatesIn(drawing: string, first: Fate | null = null): string[] {
  const { graph, at } = drawnGraph(drawing.toLowerCase());
  const names = drawing.split(' ').map((row) => row.slice(0, 1));
  const lineage = new Lineage([{ graph, tips: names.map((name) => at(name.toLowerCase())) }]);
  const standing = (release: number): Standing =>
    names[release] === names[release]?.toLowerCase() ? 'stands' : 'taken back';
  const found = furtherFates([...names.keys()].slice(1), standing, first, lineage);
  return found.map((fate) => `${names[fate.in]}${fate.restoredIn === null ? '' : names[fate.restoredIn]}`);
}

test('each line that takes a change back is told, but what grew from there is not', () => {
  expect(fatesIn('h A:h b:h C:b D:A E:C')).toEqual(['A', 'C']);
});

test('what was named first is not repeated; a prerelease before it is told', () => {
  expect(fatesIn('h A:h B:A', { in: 2, restoredIn: null })).toEqual(['A']);
  expect(fatesIn('h A:h B:A', { in: 1, restoredIn: null })).toEqual([]);
});

test('what was brought again and taken back again is told twice', () => {
  expect(fatesIn('h A:h b:A C:b d:C')).toEqual(['Ab', 'Cd']);
});

test('lines that bring it again each by itself are told each', () => {
  expect(fatesIn('h A:h b:A C:A d:C')).toEqual(['Ab', 'Ad']);
});

test('a release that brings it again ends all that it holds', () => {
  expect(fatesIn('h A:h B:h c:A,B')).toEqual(['Ac', 'Bc']);
  expect(fatesIn('h A:h B:A c:B', { in: 2, restoredIn: null })).toEqual(['Ac', 'Bc']);
});

test('a release without the change says nothing of it', () => {
  const { graph, at } = drawnGraph('h a:h b:a c:b');
  const lineage = new Lineage([{ graph, tips: ['h', 'a', 'b', 'c'].map(at) }]);
  const standings: Standing[] = ['stands', 'taken back', 'absent', 'taken back'];
  const found = furtherFates([1, 2, 3], (release) => standings[release] as Standing, null, lineage);
  expect(found).toEqual([{ in: 1, restoredIn: null }]);
});

const tagsArbitrary = fc.array(fc.record({ pick: fc.nat(99), back: fc.boolean() }), {
  minLength: 2,
  maxLength: 12,
});

test('in any history fates say of each release what it is, and not one of them is idle', () => {
  fc.assert(
    fc.property(commitsArbitrary, tagsArbitrary, fc.nat(), (list, tags, pick) => {
      const { graph, commits } = drawnCommits(list);
      const points = tags.map((tag, index) => ({
        version: `1.${index}.0`,
        commit: commits[tag.pick % commits.length] as Commit,
      }));
      const tips = orderByHistory(graph, points).map(({ commit }) => commit);
      const lineage = new Lineage([{ graph, tips }]);
      const later = [...tips.keys()].filter((release) => lineage.holds(release, 0));
      const backs = later.filter((release) => tags[release]?.back);
      const standing = (release: number): Standing => (backs.includes(release) ? 'taken back' : 'stands');
      const one = backs[pick % (backs.length + 1)];
      const first = one === undefined ? [] : [{ in: one, restoredIn: null }];
      const found = furtherFates(later, standing, first[0] ?? null, lineage);
      expect(readFrom([...first, ...found], later, lineage)).toEqual(backs);
      for (const idle of found)
        expect(readFrom([...first, ...found.filter((other) => other !== idle)], later, lineage)).not.toEqual(
          backs,
        );
    }),
    { seed: 5, numRuns: 300 },
  );
});

/** Which releases are without the change, as a reader finds it. */
function readFrom(fates: readonly Fate[], releases: readonly number[], lineage: Lineage): number[] {
  return releases.filter((release) => {
    const has = (other: number | null) =>
      other !== null && (release === other || lineage.holds(release, other));
    return fates.some(
      (taking) => has(taking.in) && !fates.some((other) => other.in === taking.in && has(other.restoredIn)),
    );
  });
}
