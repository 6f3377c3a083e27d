import { monthOf } from '../api/month-of.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { readNotes } from './notes.ts';
import { once } from './once.ts';
import { readPublicRelease } from './public-releases.ts';

/** The months in which a product's releases came out, in the order of its versions. */
export const readMonths: (product: string) => string[] = once(
  'months of a product',
  (product) => [...versionsByMonth(product).keys()],
  { kept: true },
);

/** The releases of one month of a product, the newest version first. */
export function readReleasesOf(product: string, month: string): PublicRelease[] {
  return versionsOf(`${product} ${month}`).map((version) => readPublicRelease(product, version));
}

const versionsByMonth = once('versions by month', (product): ReadonlyMap<string, string[]> => {
  const byMonth = Map.groupBy(readNotes(product), ({ inList }) => monthOf({ date: inList.date.instant }));
  return new Map(Array.from(byMonth, ([month, notes]) => [month, notes.map(({ version }) => version)]));
});

const versionsOf = once(
  'versions of a month',
  (key): string[] => {
    const [product = '', month = ''] = key.split(' ');
    return versionsByMonth(product).get(month) ?? [];
  },
  { cut: true },
);
