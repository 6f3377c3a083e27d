import { sealSumsPath } from '../paths.ts';
import { recordAddress } from './record-address.ts';
import type { CheckedSeal } from './stored-seal.ts';

/** A seal as the check in the browser gets it. */
export interface SealToCheck {
  place: number;
  /** Where its bytes are served. */
  address: string;
  /** "sha256:…" of its bytes as they were when the page was made. */
  digest: string;
  /** Files whose bytes were others than the sealed ones when the pages were made: "sha256:…" of them, null for gone. */
  madeFrom: Record<string, string | null>;
  /** Of those, the ones that a sealed redaction explains. */
  redacted: string[];
  /** Files that the site does not serve. */
  unserved: string[];
}

/** How a seal is checked: by a script, and by hand. */
export interface CheckView {
  /** As JSON, for the script. */
  data: string;
  files: number;
  hands: HandView[];
}

/** The lines of a seal's files for `sha256sum -c`. */
export interface HandView {
  place: number;
  /** Where all of them are served. */
  href: string;
  /** Empty where they are too many for a page. */
  lines: string;
}

/** Lines on a page: more of them weigh too much. */
const LINES = 200;

/** What the check of some seals needs. A seal whose address is no plain one is checked by hand alone. */
export function checkView(seals: readonly CheckedSeal[]): CheckView {
  return {
    data: JSON.stringify(seals.flatMap(toCheck)),
    files: seals.reduce((sum, { seal }) => sum + seal.files.length, 0),
    hands: seals.map((each) => ({
      place: each.place,
      href: sealSumsPath(each.place),
      lines: each.seal.files.length > LINES ? '' : sumLines(each),
    })),
  };
}

/** One line a file, as `sha256sum` prints it: the leaves of the seal's tree, in their order. */
export function sumLines({ seal }: Pick<CheckedSeal, 'seal'>): string {
  return seal.files.map(({ path, digest }) => `${digest.slice('sha256:'.length)}  ${path}\n`).join('');
}

function toCheck({ place, file, digest, odd, unserved }: CheckedSeal): SealToCheck[] {
  const address = recordAddress(file);
  if (address === null) return [];
  const madeFrom = odd.map(({ path, state }) => [path, state.is === 'gone' ? null : state.digest]);
  return [
    {
      ...{ place, address, digest, unserved },
      madeFrom: Object.fromEntries(madeFrom),
      redacted: odd.flatMap(({ path, state }) => (state.is === 'redacted' ? [path] : [])),
    },
  ];
}
