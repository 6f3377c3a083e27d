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

const earlier = once(
  'earlier finals',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return earlierVersions(readNotes(product), version);
  },
  { cut: true, room: 64 },
);

const neighbours = once(
  'neighbours',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return neighboursOf(product, readNotes(product), version);
  },
  { cut: true, room: 64 },
);
