import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../lineage.ts';
import { carriedBy } from '../upgrade/carried.ts';
import { termsAt } from '../upgrade/term-changes.ts';
import { affectedOf, versionOrder } from './affected.ts';
import { carriersOf, tellingsById } from './carriers.ts';
import { descentOf } from './descent.ts';
import { parentsFirst } from './parents-first.ts';
import { settledTerms } from './settled-terms.ts';
import { arbitraryReleases } from './testing/arbitrary-releases.ts';

test('who carries a change is told as an upgrade tells it', () => {
  fc.assert(
    fc.property(arbitraryReleases, (releases) => {
      const lineage = lineageOf(lineageReleases(releases));
      const ids = releases.flatMap(({ entries }) => entries.flatMap((entry) => entry.ids));
      const [byId, descent] = [tellingsById(releases, ids), descentOf(releases)];
      for (const id of byId.keys()) {
        const carriers = carriersOf(id, byId, descent);
        for (const { version } of releases)
          expect(carriers.has(version)).toBe(carriedBy(version, lineage, releases).has(id));
      }
    }),
  );
});

test('what a release works with is told as an upgrade tells it', () => {
  fc.assert(
    fc.property(arbitraryReleases, (releases) => {
      const lineage = lineageOf(lineageReleases(releases));
      const settled = settledTerms(lineage, ({ compatibility }) => compatibility);
      for (const { version } of releases)
        expect(settled.get(version)).toEqual(termsAt(lineage, version, ({ compatibility }) => compatibility));
    }),
  );
});

test('ranges hold every affected release and no other', () => {
  fc.assert(
    fc.property(arbitraryReleases, fc.array(fc.nat(9)), (releases, places) => {
      const order = versionOrder(releases);
      const affected = new Set(places.map((at) => `1.${at}.0`).filter((one) => order.finals.includes(one)));
      const { ranges } = affectedOf(affected, order);
      const within = ranges.flatMap(({ from, to }) =>
        order.finals.slice(order.finals.indexOf(from), order.finals.indexOf(to) + 1),
      );
      expect(new Set(within)).toEqual(affected);
      expect(within).toHaveLength(affected.size);
      expect(ranges.reduce((sum, one) => sum + one.releases, 0)).toBe(affected.size);
    }),
  );
});

test('every release comes once, after those that it grew from', () => {
  fc.assert(
    fc.property(arbitraryReleases, (releases) => {
      const ordered = [...parentsFirst(releases)].map(({ version }) => version);
      expect(ordered.toSorted()).toEqual(releases.map(({ version }) => version).sort());
      for (const { version, parents } of releases)
        for (const parent of parents) expect(ordered.indexOf(parent)).toBeLessThan(ordered.indexOf(version));
    }),
  );
});
