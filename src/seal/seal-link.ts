import { z } from 'zod';
import { SealSchema } from '../records/seal.ts';
import { toHex } from './bytes.ts';
import type { Hashing } from './hashing.ts';

/** A seal as it lies on disk. */
export interface SealFile {
  file: string;
  bytes: Uint8Array;
}

/** What a seal says about its place in the log. Whether the rest of it is a seal's is the record's matter. */
export const SealLinkSchema = z.looseObject({
  sequence: SealSchema.shape.sequence,
  previous: SealSchema.shape.previous,
});
export type SealLink = z.infer<typeof SealLinkSchema>;

/** A seal with its place, and what the next seal must name. */
export interface LinkedSeal {
  file: string;
  /** Null where the seal cannot be read. */
  link: SealLink | null;
  /** "sha256:…" of its bytes. */
  digest: string;
}

/** Reads a seal's place in the log. */
export function* linkedSeal({ file, bytes }: SealFile): Hashing<LinkedSeal> {
  const digest = toHex(yield bytes);
  return { file, link: parseLink(bytes), digest: `sha256:${digest}` };
}

function parseLink(bytes: Uint8Array): SealLink | null {
  try {
    return SealLinkSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
