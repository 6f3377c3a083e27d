import { type Neighbours, neighboursOf } from '../views/neighbours.ts';
import type { VersionView } from '../views/timeline-view.ts';
import { earlierVersions } from '../views/upgrade/earlier-versions.ts';
import { readNotes } from './notes.ts';
import { once } from './once.ts';

/** What stands beside a release. A release that comes far from it changes nothing there. */
export function readNeighbours(product: string, version: string): Neighbours {
  return neighbours(`${product}/${version}`);
}

/** Versions in a release's own form for upgrades. */
export function readEarlier(product: string, version: string): readonly string[] {
  return earlier(`${product}/${version}`);
}

/** A product's versions in a list, the newest first, and where each of them stands. */
const lists = once(
  'versions in a list',
  (product): { versions: VersionView[]; places: ReadonlyMap<string, number> } => {
    const versions = readNotes(product).map(({ inList }) => inList);
    return { versions, places: new Map(versions.map(({ version }, at) => [version, at])) };
  },
);

/** The list, and the place of a version in it; -1 where it has none. */
function placeIn(key: string): [versions: readonly VersionView[], place: number] {
  const [product = '', version = ''] = key.split('/');
  const { versions, places } = lists(product);
  return [versions, places.get(version) ?? -1];
}

const earlier = once('earlier finals', (key) => earlierVersions(...placeIn(key)), { cut: true, room: 64 });

const neighbours = once('neighbours', (key) => neighboursOf(...placeIn(key)), { cut: true, room: 64 });
