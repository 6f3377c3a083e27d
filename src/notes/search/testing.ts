import type { PublicEntry, PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';

/** A release of "lamp" for tests, with what matters to one of them. Its entries stand on its page. */
export function publicRelease(version: string, told: Partial<PublicRelease> = {}): PublicRelease {
  const address = `/lamp/${version}/`;
  const place = <Told extends { id: string | null }>(one: Told): Told => ({
    ...one,
    address: one.id === null ? address : `${address}#${one.id}`,
  });
  return {
    version,
    date: '2026-03-04T10:00:00+00:00',
    prerelease: version.includes('-'),
    parents: [],
    folds: [],
    features: {},
    compatibility: {},
    product: 'lamp',
    address,
    previous: null,
    foldedInto: null,
    withdrawn: null,
    introHtml: '',
    prose: [],
    updates: [],
    ...told,
    entries: (told.entries ?? []).map(place),
    known: (told.known ?? []).map(place),
  };
}

/** An entry for tests. */
export function publicEntry(id: string | null, told: Partial<PublicEntry> = {}): PublicEntry {
  return {
    id,
    ids: id === null ? [] : [id],
    address: '',
    section: 'fixed',
    heading: 'Fixed',
    title: `Title of ${id}`,
    markdown: '',
    html: `<p>Words of ${id}</p>`,
    modules: ['core'],
    kinds: ['fix'],
    breaking: false,
    maturity: 'stable',
    features: [],
    pullRequests: id === null ? [] : [{ number: Number(id.replace(/\D/g, '')), url: null }],
    security: null,
    dependencies: [],
    removalIn: null,
    removes: null,
    alsoIn: [],
    withdrawals: [],
    ...told,
  };
}

/** A known issue for tests. */
export function publicIssue(id: string, told: Partial<PublicIssue> = {}): PublicIssue {
  return {
    id,
    address: '',
    title: `Issue ${id}`,
    markdown: '',
    html: `<p>Issue ${id}</p>`,
    workaroundHtml: null,
    module: null,
    since: '1.0.0',
    found: '2026-03-05',
    fixedBy: null,
    fixedIn: [],
    ...told,
  };
}
