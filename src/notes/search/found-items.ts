import { headingOf } from '../../records/sections.ts';
import type { PublicEntry, PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { type FacetValues, facetWord, moduleValue, OTHER_SECTION, WHOLE_RELEASE } from './facets.ts';
import type { FoundItem } from './found-item.ts';
import { joinedByAddress } from './join-items.ts';

/** Ids of what a final release says, by its version; null for one that nobody may know. */
export type FinalIds = ReadonlyMap<string, readonly string[] | null>;

/**
 * All that can be found of these releases of a product in reading order, each release before what it tells of. What a
 * final release repeats of its prereleases is found there. Finals that are not among the releases are in `finals`.
 */
export function foundItems(releases: readonly PublicRelease[], finals: FinalIds = new Map()): FoundItem[] {
  const here = new Map(releases.map((release) => [release.version, release]));
  return releases.flatMap((release) => {
    const final = release.foldedInto === null ? undefined : here.get(release.foldedInto);
    const elsewhere = finals.get(release.foldedInto ?? '') ?? [];
    const repeated = new Set(final === undefined ? elsewhere : idsOf(final));
    return itemsOf(release, ({ ids }) => ids.length === 0 || !ids.every((id) => repeated.has(id)));
  });
}

/** Ids of all that a release tells of. */
export function idsOf({ entries, known }: PublicRelease): string[] {
  return [...entries.flatMap(({ ids }) => ids), ...known.flatMap(({ id }) => id ?? [])];
}

function itemsOf(release: PublicRelease, isFresh: (told: { ids: string[] }) => boolean): FoundItem[] {
  const inside = [
    ...release.entries.filter(isFresh).map((entry) => entryItem(entry, release)),
    ...release.known
      .filter(({ id }) => isFresh({ ids: id === null ? [] : [id] }))
      .map((issue) => issueItem(issue, release)),
  ];
  return [wholeItem(release), ...joinedByAddress(inside.map((item) => placed(item, release)))];
}

function wholeItem(release: PublicRelease): FoundItem {
  const prose = release.prose.map(({ heading, html }) => `<p>${escaped(heading)}</p>${html}`);
  return {
    ...standing(release),
    address: release.address,
    headings: [],
    title: '',
    html: [release.introHtml, ...prose].join(''),
    workaroundHtml: null,
    names: [],
    facets: facetsOf(release, { section: [WHOLE_RELEASE] }),
    gone: release.withdrawn === null ? null : 'release',
  };
}

function entryItem(entry: PublicEntry, release: PublicRelease): FoundItem {
  const { ids, pullRequests, security } = entry;
  return {
    ...standing(release),
    ...words(entry),
    headings: [entry.heading],
    html: entry.html,
    workaroundHtml: null,
    names: [...ids, ...pullRequests.map(({ number }) => `#${number}`), ...(security?.ids ?? [])],
    facets: facetsOf(release, {
      section: [entry.section ?? OTHER_SECTION],
      breaking: [entry.breaking ? 'yes' : 'no'],
      severity: security?.severity ? [security.severity] : [],
      maturity: [entry.maturity],
      module: entry.modules.map((module) => moduleValue(release.product, module)),
      kind: [...new Set(entry.kinds.map(facetWord))],
    }),
    gone: goneOf(release, isTakenBack(entry)),
  };
}

function issueItem(issue: PublicIssue, release: PublicRelease): FoundItem {
  return {
    ...standing(release),
    ...words(issue),
    headings: [headingOf('known')],
    html: issue.html,
    workaroundHtml: issue.workaroundHtml,
    names: [issue.id, issue.fixedBy].filter((id) => id !== null),
    facets: facetsOf(release, {
      section: ['known'],
      module: issue.module === null ? [] : [moduleValue(release.product, issue.module)],
    }),
    gone: goneOf(release, false),
  };
}

function standing({ product, version, date }: PublicRelease) {
  return { product, version, date };
}

function words({ address, title }: PublicEntry | PublicIssue) {
  return { address, title };
}

function facetsOf({ product, date }: PublicRelease, told: Partial<FacetValues>): FacetValues {
  const nothing = { section: [], breaking: [], severity: [], maturity: [], module: [], kind: [] };
  return { ...nothing, ...told, product: [product], year: [date.slice(0, 4)] };
}

function goneOf({ withdrawn }: PublicRelease, taken: boolean): FoundItem['gone'] {
  if (withdrawn !== null) return 'release';
  return taken ? 'entry' : null;
}

/** All of it, and for good. */
function isTakenBack({ ids, withdrawals }: PublicEntry): boolean {
  const gone = withdrawals.filter(({ restoredIn }) => restoredIn === null).flatMap((taken) => taken.ids);
  return ids.length > 0 && ids.every((id) => gone.includes(id));
}

/** What has no place of its own on the page is found by its words there. */
function placed(item: FoundItem, { address }: PublicRelease): FoundItem {
  if (item.address !== address) return item;
  return { ...item, address: `${address}#:~:text=${encodeURIComponent(item.title).replaceAll('-', '%2D')}` };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&#38;').replaceAll('<', '&#60;');
}
