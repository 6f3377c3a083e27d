import { type Neighbours, neighboursOf } from '../views/neighbours.ts';
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

const places = once(
  'places of notes',
  // A note that is read when it is asked for knows its version already.
  (product) => new Map(readNotes(product).map((each, at) => [each.version ?? each.note.version, at])),
);

/** Where a version stands among a product's notes; -1 where it has none. */
function placeOf(product: string, version: string): number {
  return places(product).get(version) ?? -1;
}

const earlier = once(
  'earlier finals',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return earlierVersions(readNotes(product), placeOf(product, version));
  },
  { cut: true, room: 64 },
);

const neighbours = once(
  'neighbours',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return neighboursOf(product, readNotes(product), placeOf(product, version));
  },
  { cut: true, room: 64 },
);
