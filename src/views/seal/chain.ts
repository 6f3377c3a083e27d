import type { Seal } from '../../records/index.ts';
import type { LogFinding } from '../../seal/log-findings.ts';

/** A seal in the chain, in short: the chain may be long. */
export interface ChainSeal {
  /** Counted from 0: its number, where the chain is in order. */
  place: number;
  /** From the content folder on. */
  file: string;
  /** "sha256:…" of its bytes; null where it is gone. */
  digest: string | null;
  /** Null for a file that is no seal. */
  is:
    | (Pick<Seal, 'kind' | 'product' | 'version' | 'sequence' | 'sealedAt' | 'sealedBy'> & { files: number })
    | null;
}

/** Something that is not as it should be, and where. */
export interface ChainFinding {
  text: string;
  file: string;
}

/** The chain as it was when the pages were made. */
export interface Chain {
  seals: ChainSeal[];
  /** What is wrong with the order: gaps, forks, seals that name another one before them. */
  order: LogFinding[];
  /** What is wrong between the list and the seals. */
  list: ChainFinding[];
  /** Sealed files that are not as they were sealed. */
  files: ChainFinding[];
  /** Sealed files, and those of them in which something was redacted. */
  counts: { files: number; redacted: number };
  /** Root of the log as a checkpoint has it, in base64. */
  root: string;
  /** Releases that are sealed, and all that have a dossier. */
  releases: { sealed: number; all: number };
}
