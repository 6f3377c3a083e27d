import type { Card, CardCount } from '../../images/card.ts';
import type { PublicEntry } from '../../notes/public-entry.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import type { Product } from '../../records/product.ts';
import { TEXTS } from '../texts.ts';
import { dayOf } from '../time-view.ts';

/** The picture of a release. */
export function releaseCard(site: string, product: string, release: PublicRelease): Card {
  return {
    site,
    kicker: product,
    title: release.version,
    text: dayOf(release.date).shown,
    mark: markOf(release),
    counts: countsOf(release.entries),
  };
}

/** The picture of a product's other pages. */
export function productCard(site: string, { name, summary }: Product): Card {
  return { site, kicker: null, title: name, text: summary, mark: null, counts: [] };
}

/** The picture of pages that belong to no single product. */
export function siteCard(site: string, title: string, lead: string): Card {
  return { site: title, kicker: null, title: site, text: lead, mark: null, counts: [] };
}

function markOf({ withdrawn, prerelease }: PublicRelease): Card['mark'] {
  if (withdrawn !== null) return { text: TEXTS.marks.withdrawn, tone: 'danger' };
  return prerelease ? { text: TEXTS.marks.prerelease, tone: 'accent' } : null;
}

type Counted = keyof typeof TEXTS.preview.counts;

const COUNTED: readonly [Counted, CardCount['tone'], (entry: PublicEntry) => boolean][] = [
  ['action', 'danger', ({ section }) => section === 'action'],
  ['breaking', 'danger', ({ breaking }) => breaking],
  ['security', 'danger', ({ section }) => section === 'security'],
  ['added', 'ink', ({ section }) => section === 'added'],
  ['changed', 'ink', ({ section }) => section === 'changed'],
  ['fixed', 'ink', ({ section }) => section === 'fixed'],
];

function countsOf(entries: readonly PublicEntry[]): CardCount[] {
  return COUNTED.flatMap(([name, tone, isCounted]) => {
    const count = entries.filter(isCounted).length;
    const label = TEXTS.preview.counts[name];
    return count === 0 ? [] : [{ count: count.toLocaleString('en-GB'), label, tone }];
  });
}
