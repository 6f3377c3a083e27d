import { type Zippable, zipSync } from 'fflate';
import { Fault } from '../../src/records/index.ts';

/** Files of a pack by their paths. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** What a ZIP without its 64-bit extension holds. */
const MOST_FILES = 65_000;
const MOST_BYTES = 2 ** 31;

/**
 * A ZIP file whose bytes come from its files alone: in the order of their paths, all of the same moment, compressed by
 * code that is the same on every machine (a deflate of the platform is not).
 */
export function zipped(files: PackFiles): Uint8Array {
  requireRoom(files);
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort(byBytes)) {
    const mode = name.endsWith('.sh') ? 0o100755 : 0o100644;
    entries[name] = [files.get(name) ?? new Uint8Array(), { attrs: (mode << 16) >>> 0, os: 3 }];
  }
  // ZIP has local time: the same noon is written in every time zone.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

/** Orders paths as `LC_ALL=C sort` does. */
export function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function requireRoom(files: PackFiles): void {
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (files.size <= MOST_FILES && bytes <= MOST_BYTES) return;
  throw new Fault(`${files.size} files of ${bytes} bytes are too much for one pack`, {
    hint: `At most ${MOST_FILES} files of ${MOST_BYTES} bytes go into one. Pack fewer releases at a time.`,
  });
}
