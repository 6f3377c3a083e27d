import { expect, test } from 'vitest';
import { parseNoteBody } from '../../markdown/note-body.ts';
import { lineageOf, lineageReleases } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import { foundItems } from '../../notes/search/found-items.ts';
import { breakingTable } from '../../notes/tables/breaking.ts';
import { compatibilityTable } from '../../notes/tables/compatibility.ts';
import { deprecationTable } from '../../notes/tables/deprecations.ts';
import { knownIssueTable } from '../../notes/tables/known-issues.ts';
import { securityTable } from '../../notes/tables/security.ts';
import { entry, fix, issue, line, release } from '../../notes/tables/testing/releases.ts';
import { NoteSchema } from '../../records/note.ts';
import { ProductSchema } from '../../records/product.ts';
import { facetLists } from '../find/facet-lists.ts';
import { listPages } from '../find/list-pages.ts';
import type { ListPages } from '../paging/settled-pages.ts';
import type { NoteSource } from '../release-view.ts';
import { timelinePages } from '../timeline-view.ts';
import { archivePages } from './archive-view.ts';
import { breakingPages } from './breaking-view.ts';
import { compatibilityPages } from './compatibility-view.ts';
import { deprecationPages } from './deprecations-view.ts';
import { knownIssuePages } from './known-issues-view.ts';
import { allSecurityPages, securityPages } from './security-view.ts';

const PRODUCT = ProductSchema.parse({
  ...{ schema: 1, name: 'Core', modules: [{ id: 'core', name: 'Core' }] },
  compatibility: [{ id: 'kubernetes', name: 'Kubernetes' }],
});
const BEFORE = 420;
const DAY = 86_400_000;

/** The day of a release, by its place in history: all in one year. */
function dateOf(place: number): string {
  const time = Date.parse('2025-01-02T00:00:00Z') + Math.floor((place * DAY * 360) / (BEFORE + 1));
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}

/** A release with something for every table. The release behind it mends what is wrong with this one. */
function releaseAt(place: number): PublicRelease {
  return release(`1.${place}.0`, {
    entries: [
      entry(`core-${place}0`, { breaking: true }),
      entry(`core-${place}1`, { section: 'deprecated', heading: 'Deprecated' }),
      fix(`core-${place}2`, { ids: [`CVE-2025-${10_000 + place}`], since: `1.${place - 1}.0` }),
    ],
    known: [
      issue(`known-${place}`, {
        since: `1.${place}.0`,
        fixedIn: [`1.${place + 1}.0`],
        found: dateOf(place).slice(0, 10),
      }),
    ],
    compatibility: { kubernetes: `1.${place}` },
  });
}

/** The first releases of a product, the newest first. */
function releasesUpTo(count: number): PublicRelease[] {
  const releases = line(...Array.from({ length: count }, (_, place) => releaseAt(place)));
  return releases.map((one, index) => ({ ...one, date: dateOf(count - 1 - index) }));
}

function notesUpTo(count: number): NoteSource[] {
  return releasesUpTo(count).map(({ version, date }) => ({
    note: NoteSchema.parse({
      ...{ schema: 1, product: 'core', version, date, previous: null, prerelease: false, entries: [] },
    }),
    body: parseNoteBody('## Fixed\n\n- a {#core-1}\n'),
  }));
}

function secured(count: number) {
  return { id: 'core', name: 'Core', rows: securityTable(releasesUpTo(count)).rows };
}

/** Every list of a product that is cut into pages, of its first releases. */
const LISTS: Record<string, (count: number) => ListPages<unknown>> = {
  versions: (count) => timelinePages('core', notesUpTo(count)),
  archive: (count) => archivePages('core', notesUpTo(count), '2025'),
  breaking: (count) => breakingPages(breakingTable(releasesUpTo(count)), PRODUCT),
  deprecations: (count) => deprecationPages(deprecationTable(releasesUpTo(count))),
  'known issues': (count) => knownIssuePages(knownIssueTable(releasesUpTo(count))),
  security: (count) => securityPages(secured(count)),
  'security of all products': (count) => allSecurityPages([secured(count)]),
  compatibility: (count) =>
    compatibilityPages('core', PRODUCT, compatibilityTable(lineageOf(lineageReleases(releasesUpTo(count))))),
  entries: (count) =>
    listPages(facetLists(foundItems(releasesUpTo(count))).find(({ value }) => value === 'feat')?.items ?? []),
};

test.each(Object.entries(LISTS))(
  '%s: a release that comes leaves the numbered pages as they are',
  (_, of) => {
    const [before, after] = [of(BEFORE), of(BEFORE + 1)];
    expect(before.numbered.length).toBeGreaterThan(1);
    expect(after.numbered.slice(0, before.numbered.length)).toEqual(before.numbered);
    expect(after.newest).not.toEqual(before.newest);
  },
);

test('a patch of an old minor comes in at the new end of the versions, under its minor', () => {
  const notes = notesUpTo(BEFORE);
  const [newest] = notes;
  if (newest === undefined) throw new Error('there are notes');
  const patch = {
    ...newest,
    note: { ...newest.note, version: '1.3.1', date: '2026-01-05T00:00:00+00:00' },
  };
  const after = timelinePages('core', notes.toSpliced(BEFORE - 4, 0, patch));
  expect(after.numbered).toEqual(timelinePages('core', notes).numbered);
  const minors = after.newest.flatMap((year) => year.minors);
  expect(minors.find(({ minor }) => minor === '1.3')).toMatchObject({
    first: null,
    patches: [{ version: '1.3.1' }],
  });
});
