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
    .regex(/^(?![./])(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\p{Cc}]+$/u, 'expected a path inside of the ledger'),
  digest: DigestSchema,
  /** In bytes. */
  size: z.int().nonnegative(),
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
 * `content/ledger/<product>/deployments/seal-<sequence>.json`. Seals of all products are one chain.
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
 * `content/ledger/<product>/releases/<version>/amendments/<time>-<n>.md`: what became known after a seal. Sealed files
 * are never changed; the body says what is so, and why.
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
