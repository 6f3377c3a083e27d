import type { LineageRelease } from '../notes/public-release.ts';
import { namesOf } from '../views/upgrade/answer-view.ts';
import { type WaySource, type WayView, wayView } from '../views/upgrade/way-view.ts';
import { notedVersions } from './notes.ts';
import { once } from './once.ts';
import { readLineage, readPublicRelease } from './public-releases.ts';
import { findProductPages } from './sources.ts';

/** The list of a version, as "openebs 1.9.0": its pages are made one after the other. */
export const readWay: (place: string) => WayView = once(
  'way',
  (place) => {
    const [product = '', version = ''] = place.split(' ');
    return wayView(version, waySource(product));
  },
  { cut: true, room: 1 },
);

/** Each release is asked for alone: what comes into the history far from a version changes nothing of its list. */
function waySource(product: string): WaySource {
  return {
    product,
    names: namesOf({ modules: findProductPages(product).product.modules }),
    lineage: { find: (version) => lines(`${product}/${version}`).release ?? undefined },
    find: (version) =>
      notedVersions.has(product, version) ? readPublicRelease(product, version) : undefined,
    below: (version, count) => below(`${product}/${version}/${count}`),
  };
}

/** What the history says of one release; null for a version that is none. */
const lines = once(
  'line of a release',
  (key): { release: LineageRelease | null } => {
    const [product = '', version = ''] = key.split('/');
    return { release: readLineage(product).find(version) ?? null };
  },
  { cut: true },
);

const below = once(
  'versions below',
  (key): string[] => {
    const [product = '', version = '', count = ''] = key.split('/');
    const place = places(product).get(version) ?? -1;
    return notedVersions(product).slice(place + 1, place + 1 + Number(count));
  },
  { cut: true },
);

const places = once(
  'places of versions',
  (product) => new Map(notedVersions(product).map((version, place) => [version, place])),
);
