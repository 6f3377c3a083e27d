import { namesOf } from '../views/upgrade/answer-view.ts';
import { type WaySource, type WayView, wayView } from '../views/upgrade/way-view.ts';
import { once } from './once.ts';
import { readLineage, readPublicReleases } from './public-releases.ts';
import { findProductPages } from './sources.ts';

/** What the lists of a product's versions are made from. */
export const readWaySource: (product: string) => WaySource = once('way source', (product) => {
  const releases = readPublicReleases(product);
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const places = new Map(releases.map((release, at) => [release.version, at]));
  return {
    ...{ product, releases, lineage: readLineage(product) },
    names: namesOf({ modules: findProductPages(product).product.modules }),
    find: (version) => byVersion.get(version),
    placeOf: (version) => places.get(version) ?? -1,
  };
});

/** The list of a version, as "openebs 1.9.0": its pages are made one after the other. */
export const readWay: (place: string) => WayView = once(
  'way',
  (place) => {
    const [product = '', version = ''] = place.split(' ');
    return wayView(version, readWaySource(product));
  },
  { cut: true, room: 1 },
);
