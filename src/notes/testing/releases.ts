import type { PublicEntry, PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';

/** A release of a test, with what matters to it. */
export function release(version: string, more: Partial<PublicRelease> = {}): PublicRelease {
  return {
    product: 'core',
    version,
    date: '2026-02-03T10:30:00+00:00',
    prerelease: /[a-z]/i.test(version),
    parents: [],
    previous: null,
    folds: [],
    foldedInto: null,
    withdrawn: null,
    address: `/core/${version}/`,
    introHtml: '',
    prose: [],
    entries: [],
    known: [],
    features: {},
    compatibility: {},
    updates: [],
    ...more,
  };
}

/** An entry of a test, with what matters to it. */
export function entry(id: string | null, more: Partial<PublicEntry> = {}): PublicEntry {
  return {
    id,
    ids: id === null ? [] : [id],
    address: `/core/x/#${id ?? ''}`,
    section: 'changed',
    heading: 'Changed',
    title: `What ${id} did`,
    markdown: `What ${id} did`,
    html: `<p>What ${id} did</p>`,
    modules: ['core'],
    kinds: ['feat'],
    breaking: false,
    maturity: 'stable',
    features: [],
    pullRequests: [],
    security: null,
    dependencies: [],
    removalIn: null,
    removes: null,
    alsoIn: [],
    withdrawals: [],
    ...more,
  };
}

/** A known issue of a test, with what matters to it. */
export function issue(id: string, more: Partial<PublicIssue> = {}): PublicIssue {
  return {
    id,
    address: `/core/x/#${id}`,
    title: `What ${id} is`,
    markdown: `What ${id} is`,
    html: `<p>What ${id} is</p>`,
    workaroundHtml: null,
    module: null,
    since: '1.0.0',
    found: '2026-02-03',
    fixedBy: null,
    fixedIn: [],
    ...more,
  };
}
