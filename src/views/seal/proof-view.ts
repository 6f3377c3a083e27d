import type { MarkView } from '../mark-view.ts';
import { RECORD_PROOF } from '../seal-texts.ts';
import { DIGEST_LENGTH } from './seal-facts.ts';

/** The bytes that a page was made from, and what fixes them. */
export interface RecordProof {
  /** "sha256:…" of the record as it was when the page was made; null where it is gone. */
  digest: string | null;
  /** Null for a record that is in no seal. */
  sealed: {
    /** The place of the seal in the chain. */
    place: number;
    digest: string;
    /** Where its raw bytes are served. */
    address: string | null;
  } | null;
}

/** The same beside the record's path. */
export interface ProofView {
  digest: { id: string; length: number } | null;
  address: string | null;
  seal: { place: number; text: string } | null;
  mark: MarkView | null;
}

/** What proves a record, in short. */
export function proofView({ digest, sealed }: RecordProof): ProofView {
  return {
    digest: digest === null ? null : { id: digest, length: DIGEST_LENGTH },
    address: digest === null ? null : (sealed?.address ?? null),
    seal: sealed && { place: sealed.place, text: RECORD_PROOF.sealed(sealed.place) },
    mark: markOf(digest, sealed?.digest ?? digest),
  };
}

function markOf(digest: string | null, wanted: string | null): MarkView | null {
  if (digest === null) return { kind: 'danger', mark: '✗', text: RECORD_PROOF.gone };
  return digest === wanted ? null : { kind: 'caution', mark: '▲', text: RECORD_PROOF.notAsSealed };
}
