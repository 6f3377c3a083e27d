import type { Amendment, Redaction, Seal } from '../../records/index.ts';
import type { Written } from '../../verdict/dossier.ts';

/** A seal, and where it stands. */
export interface StoredSeal {
  /** From the content folder on. */
  file: string;
  /** "sha256:…" of its bytes. */
  digest: string;
  /** Its place in the chain, counted from 0: its number, where the chain is in order. */
  place: number;
  seal: Seal;
}

/** What became of a sealed file, as its bytes were when the pages were made. */
export type FileState =
  | { is: 'as-sealed' }
  /** Personal data was taken out, as a sealed redaction says. `isProved`: the seal shows that nothing else was changed. */
  | { is: 'redacted'; digest: string; isProved: boolean }
  | { is: 'changed'; digest: string; because: string | null }
  /** It is not there, or it is a link or the like. */
  | { is: 'gone' };

/** A sealed file that needs a word. */
export interface OddFile {
  path: string;
  state: Exclude<FileState, { is: 'as-sealed' }>;
}

/** A seal, and its files as they are now. */
export interface CheckedSeal extends StoredSeal {
  odd: OddFile[];
  /** Its files lead to its root, and all of them lie below its folder. */
  isSound: boolean;
  /** The list of seals has it, with this digest. */
  isListed: boolean;
  /** Files that the site does not serve: too large, or with a name that is no address. */
  unserved: string[];
}

/** Everything about the seals of one release. */
export interface ReleaseSeals {
  seals: CheckedSeal[];
  /** Files that should be seals and are none. */
  unreadable: string[];
  /** Files of the dossier that are in no seal. */
  unsealed: string[];
  amendments: Written<Amendment>[];
  redactions: StoredRedaction[];
}

/** A redaction, and where it is written. */
export interface StoredRedaction {
  data: Redaction;
  path: string;
}
