import type { PublicEntry, PublicIssue, PublicSecurity } from '../../public-entry.ts';
import type { PublicRelease } from '../../public-release.ts';

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

/** Releases that grew from each other in the order given, the newest first as pages get them. */
export function line(...oldestFirst: PublicRelease[]): PublicRelease[] {
  const grown = oldestFirst.map((one, place) => {
    const before = oldestFirst[place - 1];
    const parents = one.parents.length > 0 || before === undefined ? one.parents : [before.version];
    return { ...one, parents, date: `2026-02-${String(place + 1).padStart(2, '0')}T10:00:00+00:00` };
  });
  return grown.reverse();
}

/** An entry of a test, with what matters to it. */
export function entry(id: string, more: Partial<PublicEntry> = {}): PublicEntry {
  return {
    id,
    ids: [id],
    address: `/core/x/#${id}`,
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

/** An entry that fixes a vulnerability. */
export function fix(
  id: string,
  security: Partial<PublicSecurity> = {},
  more: Partial<PublicEntry> = {},
): PublicEntry {
  const all = { ids: ['CVE-2026-1000'], severity: null, since: null, ...security };
  return entry(id, { section: 'security', heading: 'Security', security: all, ...more });
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

/** An entry's later fate: taken back, and perhaps brought again. */
export function takenBack(id: string, version: string, restoredIn: string | null = null) {
  return { withdrawals: [{ ids: [id], in: version, restoredIn }] };
}
