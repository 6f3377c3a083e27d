import { z } from 'zod';
import { CONTROL_IDS } from './process.ts';
import { DigestSchema, InstantSchema, SchemaVersionSchema, SlugSchema, VersionSchema } from './values.ts';

/** What a seal fixes: a release's dossier, what was added to a sealed one since, or deployments. */
export const SEAL_KINDS = ['release', 'amendment', 'deployments'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** A file as it was sealed. */
export const SealedFileSchema = z.strictObject({
  /** From the content folder on, with "/" between folders. */
  path: z
    .string()
    .regex(
      /^(?![./])(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\p{Cc}\p{Zl}\p{Zp}]+$/su,
      'expected a path inside of the ledger',
    ),
  digest: DigestSchema,
  /** In bytes. */
  size: z.int().nonnegative(),
  /**
   * Digest of the digests of its pieces (`piecesDigest`). It shows, after a redaction, that every other piece is as it
   * was sealed. Where it is absent, a redaction can only be taken at its word.
   */
  pieces: DigestSchema.optional(),
});
export type SealedFile = z.infer<typeof SealedFileSchema>;

/** The verdict as it was when the seal was made. */
export const SealedVerdictSchema = z.strictObject({
  verdict: z.enum(['blessed', 'not-blessed', 'unproven']),
  controls: z.array(
    z.strictObject({
      id: z.enum(CONTROL_IDS),
      result: z.enum(['pass', 'fail', 'unproven', 'waived']),
    }),
  ),
});
export type SealedVerdict = z.infer<typeof SealedVerdictSchema>;

/**
 * `content/ledger/<product>/releases/<version>/seal.json`, `seal-2.json` and so on for what was added since, and
 * `content/ledger/<product>/deployments/seal-<n>.json`. Seals of all products are one chain.
 */
export const SealSchema = z
  .strictObject({
    schema: SchemaVersionSchema,
    kind: z.enum(SEAL_KINDS),
    product: SlugSchema,
    /** The release; absent for a seal of deployments. */
    version: VersionSchema.optional(),
    /** Its place in the chain, counted from 0. */
    sequence: z.int().nonnegative(),
    /** SHA-256 of the bytes of the seal before it; null for the first one. */
    previous: DigestSchema.nullable(),
    sealedAt: InstantSchema,
    /** The person of the roster who sealed, or the account. */
    sealedBy: z.string().min(1),
    /** SHA-256 of the policy's bytes, which are among the files. */
    policy: DigestSchema,
    /** Absent for a seal of deployments. */
    verdict: SealedVerdictSchema.optional(),
    /** SHA-256 of the public note as it was then; it may be edited later. Null where there was none. */
    note: DigestSchema.nullable().optional(),
    /** By path, in the order of their bytes. */
    files: z.array(SealedFileSchema).min(1),
    /** Root of the Merkle tree over the files (RFC 6962, each leaf the line that sha256sum prints). */
    root: DigestSchema,
  })
  .refine(
    ({ kind, version, verdict }) =>
      (kind === 'deployments') === (version === undefined && verdict === undefined),
    'a seal of a release has its version and verdict, one of deployments has neither',
  );
export type Seal = z.infer<typeof SealSchema>;

/**
 * `content/ledger/<product>/releases/<version>/amendments/<who>-<digest>.md`: what became known after a seal. The name
 * comes from what it says, so that the same amendment is one file. Sealed files are never changed; the body says what is
 * so, and why.
 */
export const AmendmentSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  at: InstantSchema,
  /** The person of the roster who says so. */
  by: z.string().min(1),
  /** Files that were added to the dossier, from the content folder on. */
  adds: z.array(z.string().min(1)).min(1).optional(),
  /** What it corrects. */
  corrects: z
    .array(
      z.strictObject({
        path: z.string().min(1),
        /** SHA-256 of the file as it was sealed. */
        digest: DigestSchema,
        /** Dotted path of the field in its front matter; absent for its text. */
        field: z.string().min(1).optional(),
        /** What it should have said. */
        value: z.string().optional(),
      }),
    )
    .min(1)
    .optional(),
});
export type Amendment = z.infer<typeof AmendmentSchema>;

/** Bytes of a redacted file that the seal does not show: pieces that held the value, as they are now. */
export const HiddenPiecesSchema = z.strictObject({
  /** Where they begin in the file as it is now, counted in bytes from 0. */
  at: z.int().nonnegative(),
  /** How many bytes they have now. */
  length: z.int().positive(),
  /** SHA-256 of each piece that was sealed in their place. */
  pieces: z.array(DigestSchema).min(1),
});
export type HiddenPieces = z.infer<typeof HiddenPiecesSchema>;

/**
 * `content/ledger/<product>/releases/<version>/redactions/<n>.json`, counted from 1: personal data that was taken out of
 * a sealed file. It is sealed itself in the same step. What it shows and what it cannot is said at `checkRedactions`.
 */
export const RedactionSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /** The file, from the content folder on. */
  path: SealedFileSchema.shape.path,
  /** SHA-256 of the file as its seal has it. */
  sealed: DigestSchema,
  /** SHA-256 of the file before this redaction: the sealed one, or that of the redaction before. */
  before: DigestSchema,
  /** SHA-256 of the file with the placeholder in the value's place. */
  after: DigestSchema,
  /** SHA-256 of 32 random bytes and the value. The placeholder is "redacted-sha256-" and its hex digits. */
  commitment: DigestSchema,
  /** How often the value stood in the file. */
  places: z.int().positive(),
  /** Dotted path of the field in its front matter; absent where a text was taken out wherever it stood. */
  field: z.string().min(1).optional(),
  /** What is hidden of the file by this redaction and those before it, in its order. */
  hidden: z.array(HiddenPiecesSchema).min(1),
  at: InstantSchema,
  /** The person of the roster who took it out. */
  by: z.string().min(1),
  because: z.string().min(1),
});
export type Redaction = z.infer<typeof RedactionSchema>;
