import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitsArbitrary, drawnCommits } from '../testing/random-graph.ts';
import { furtherCarriers } from './also-in.ts';
import { Carriers, lowestOf } from './carriers.ts';
import type { Commit } from './graph.ts';
import { Lineage } from './lineage.ts';
import { claimRanges, orderByHistory } from './release-order.ts';

const tagsArbitrary = fc.array(fc.record({ pick: fc.nat(99), final: fc.boolean() }), {
  minLength: 1,
  maxLength: 9,
});
/** Places of a change's commits and their copies. */
const changeArbitrary = fc.array(fc.nat(99), { minLength: 1, maxLength: 3 });

test('in any history a commit’s carriers are the releases that reach it and hold no other that does', () => {
  fc.assert(
    fc.property(commitsArbitrary, tagsArbitrary, (list, tags) => {
      const { graph, commits } = drawnCommits(list);
      const points = tags.map(({ pick }, index) => ({
        version: `1.${index}.0`,
        commit: commits[pick % commits.length] as Commit,
      }));
      const tips = orderByHistory(graph, points).map(({ commit }) => commit);
      const lineage = new Lineage([{ graph, tips }]);
      const carriers = new Carriers({ graph, tips }, lineage);
      for (const commit of commits) {
        const reaching = [...tips.keys()].filter((release) => graph.reaches(tips[release] as Commit, commit));
        expect(carriers.of(commit)).toEqual(lowestOf(reaching, lineage));
      }
    }),
    { seed: 4, numRuns: 120 },
  );
});

test('in any history a release carries a change where it grew from a home or from one that is told beside it', () => {
  fc.assert(
    fc.property(commitsArbitrary, tagsArbitrary, changeArbitrary, (list, tags, change) => {
      const { graph, commits } = drawnCommits(list);
      const points = orderByHistory(
        graph,
        tags.map(({ pick, final }, index) => ({
          version: `1.${index}.0${final ? '' : '-rc.1'}`,
          commit: commits[pick % commits.length] as Commit,
        })),
      );
      const line = { graph, tips: points.map(({ commit }) => commit) };
      const own = change.map((pick) => commits[pick % commits.length] as Commit);
      const lineage = new Lineage([line]);
      const carriers = new Carriers(line, lineage);
      const homes = homesOf(
        own,
        points.map(({ version }) => version),
        line,
      );
      const having = own.flatMap((commit) => carriers.of(commit));
      const also = furtherCarriers(having, homes, lineage);
      const told = [...homes, ...also];
      for (const [release, tip] of line.tips.entries()) {
        const carries = own.some((commit) => graph.reaches(tip, commit));
        const grew = told.some((home) => home === release || lineage.holds(release, home));
        expect(grew, `${points[release]?.version}`).toBe(carries);
        expect(own.some((commit) => carriers.has(release, commit))).toBe(carries);
      }
      for (const release of also)
        expect(
          told.filter((other) => lineage.holds(release, other)),
          'only the first ones',
        ).toEqual([]);
    }),
    { seed: 3, numRuns: 200 },
  );
});

/** Finals tell what no earlier final has; prereleases tell what no earlier release has. */
function homesOf(
  own: readonly Commit[],
  versions: readonly string[],
  { graph, tips }: Parameters<typeof claim>[0],
): number[] {
  const finals = [...versions.keys()].filter((release) => !versions[release]?.includes('-rc'));
  const all = claim({ graph, tips }, [...versions.keys()], own).filter(
    (release) => !finals.includes(release),
  );
  return [...new Set([...claim({ graph, tips }, finals, own), ...all])];
}

function claim(
  { graph, tips }: { graph: Parameters<typeof claimRanges>[0]; tips: readonly Commit[] },
  places: readonly number[],
  own: readonly Commit[],
): number[] {
  const ranges = claimRanges(
    graph,
    places.map((place) => tips[place] as Commit),
  );
  return places.filter((_, index) => ranges[index]?.some((commit) => own.includes(commit)));
}
