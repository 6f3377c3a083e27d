import { Fault } from '../../src/records/index.ts';
import type { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import { type NamedRelease, sampledReleases } from './sample-file.ts';

/** Which releases are to be packed. */
export interface ReleasesWanted {
  product?: string;
  release?: string[];
  /** A file that `ledger sample --json` printed. */
  sample?: string;
}

/** The releases, each once, by product and version. Throws a Fault for one that the ledger does not have. */
export function wantedReleases(wanted: ReleasesWanted, reader: LedgerReader): NamedRelease[] {
  const releases = namedReleases(wanted).map(({ product, version }) => ({
    product,
    version: resolveVersion(reader, product, version),
  }));
  const byName = new Map(releases.map((release) => [nameOf(release), release]));
  return [...byName.keys()].sort().flatMap((name) => byName.get(name) ?? []);
}

function namedReleases({ product, release = [], sample }: ReleasesWanted): NamedRelease[] {
  if (sample !== undefined && product === undefined && release.length === 0) return sampledReleases(sample);
  if (sample === undefined && product !== undefined && release.length > 0)
    return release.map((version) => ({ product, version }));
  throw new Fault('nothing says which releases are to be packed', {
    hint: 'Write --product ID and --release VERSION, or --sample FILE alone.',
  });
}

/** "director-1.26.2": what files of a release are named by. */
export function nameOf({ product, version }: NamedRelease): string {
  return `${product}-${version}`;
}
