/** "1 change", "2 changes", "1,204 changes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** Words that every page has. */
export const SITE = {
  name: 'Release Ledger',
  skip: 'Skip to the content',
  products: 'Products',
  breadcrumb: 'Where you are',
  home: 'Home',
  internalEdition: 'Internal edition',
  internalWarning: 'for auditors, not for customers',
  notes: 'Release notes',
  audit: 'Audit',
  editions: 'Views of the ledger',
  footer: 'Made from the records of the ledger, anew on each release.',
} as const;

/** Words of the public pages. */
export const TEXTS = {
  home: {
    title: 'Release notes',
    lead: 'What changed, for whom, and what to do about it.',
    whatIsNew: 'What is new',
    latest: 'Latest',
    none: 'No final release yet',
    noSummary: '',
  },
  places: {
    label: (product: string) => `Pages of ${product}`,
    notes: 'Releases',
    upgrade: 'Upgrade',
    breaking: 'Breaking changes',
    deprecations: 'Deprecations',
    'known-issues': 'Known issues',
    security: 'Security',
    compatibility: 'Compatibility',
    follow: 'Follow',
    find: 'Find',
    site: 'Pages of this site',
  },
  product: {
    website: 'Website',
    latest: 'Latest release',
    noLatest: 'There is no final release yet that we recommend. Prereleases are listed among all versions.',
    versions: 'All versions',
    noVersions: 'No release has been recorded yet.',
    older: 'Older versions',
    newer: 'Newer versions',
    page: (page: number, pages: number) => `Versions, page ${page} of ${pages}`,
    pages: 'Pages of versions',
    prereleases: (count: number) => counted(count, 'prerelease'),
    wholeNotes: 'Read all of it',
    patches: 'Patch releases',
  },
  release: {
    prerelease: 'Prerelease',
    changesSince: 'Changes since',
    firstRelease: 'The first release of this ledger',
    includes: 'Includes what was new in',
    prereleaseOf: 'This is a prerelease. The final release is',
    prereleaseOpen: 'This is a prerelease: do not run it in production.',
    withdrawn: 'Withdrawn',
    withdrawnOn: 'Withdrawn on',
    withdrawnDo: 'Do not use this release.',
    useInstead: (version: string) => `Use ${version} instead`,
    empty: 'Nothing changed for you in this release: everything works as before.',
    breaking: 'Breaking',
    alsoIn: 'also in',
    withdrawnIn: 'withdrawn in',
    restoredIn: 'back in',
    linkTo: (title: string) => `Link to this entry: ${title}`,
    copied: 'Link copied',
    contents: 'On this page',
    nearby: 'Versions',
    allVersions: 'All versions',
    newer: 'Newer',
    older: 'Older',
    around: 'Next and previous release',
    part: (part: number, parts: number) => `Part ${part} of ${parts}`,
    parts: 'Parts of these notes',
    overview: 'Overview',
    dossier: 'Dossier of this release',
    maintenance: (count: number) =>
      count === 0 ? 'Nothing that you need to know' : `${counted(count, 'change')} that you need not know`,
    latestIs: (product: string, version: string) => `The latest release of ${product} is ${version}.`,
    contributors: 'Contributors',
    contributorsCount: (count: number, first: number) =>
      first === 0
        ? counted(count, 'contributor')
        : `${counted(count, 'contributor')}, ${first.toLocaleString('en-GB')} of them for the first time`,
    thanks: 'Thank you to everybody who worked on this release.',
    firstContribution: 'first contribution',
    welcome: 'Welcome, with a first contribution:',
  },
  marks: {
    action: 'Action required',
    withdrawn: 'Withdrawn',
    prerelease: 'Prerelease',
    latest: 'Latest',
    alpha: 'Alpha',
    beta: 'Beta',
    alphaMeans: 'Alpha: an early feature that may change or go again.',
    betaMeans: 'Beta: a feature that is nearly done and may still change.',
  },
  notFound: {
    title: 'Not in the ledger',
    text: 'There is no page at this address. The release may have another number, or may never have been made.',
    back: 'See all products',
  },
} as const;
