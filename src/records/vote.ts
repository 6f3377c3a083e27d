import { z } from 'zod';
import { ACCOUNT_PLACES } from './process.ts';
import {
  DigestSchema,
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
  WebAddressSchema,
} from './values.ts';

/** What a vote says. "abstain" is counted for nobody. */
export const DECISIONS = ['go', 'no-go', 'veto', 'abstain'] as const;
export const DecisionSchema = z.enum(DECISIONS);
export type Decision = z.infer<typeof DecisionSchema>;

/** Where a vote was cast, so that it can be found again. */
export const VoteSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('github-review'),
    /** The promotion's pull request, or the reviewed change's. */
    url: WebAddressSchema,
  }),
  z.strictObject({
    kind: z.literal('slack'),
    channel: z.string().min(1),
    /** Slack's own name of the message, which is its time as well: kept as it is. */
    ts: z.string().regex(/^\d+\.\d+$/, 'expected a Slack time such as "1738578600.000100"'),
    /** The file of the export, and the digest of its bytes. */
    file: z.string().min(1),
    digest: DigestSchema,
  }),
  z.strictObject({
    kind: z.literal('command'),
    /** Who the machine says ran it: git's user, or the account of the build. */
    ranBy: z.string().min(1),
  }),
]);
export type VoteSource = z.infer<typeof VoteSourceSchema>;

/**
 * `content/ledger/<product>/releases/<version>/votes/<role>[-<module>]-<person>[-<n>].md`: one vote as it was cast.
 * Whether it counts is computed, never written. The body is the argument.
 */
export const VoteSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /** The role that it was cast in. */
  role: SlugSchema,
  /** For a role that votes on each module. */
  module: SlugSchema.optional(),
  /** The person of the roster; the account's own name for one that the roster does not know. */
  person: z.string().min(1),
  /** The account that cast it. */
  account: z.strictObject({ on: z.enum(ACCOUNT_PLACES), id: z.string().min(1) }),
  decision: DecisionSchema,
  castAt: InstantSchema,
  /** When its text was changed after it was cast. */
  editedAt: InstantSchema.optional(),
  /** What it is about; a vote that names neither binds nothing. */
  commit: ObjectIdSchema.optional(),
  digest: DigestSchema.optional(),
  source: VoteSourceSchema,
});
export type Vote = z.infer<typeof VoteSchema>;
export type VoteInput = z.input<typeof VoteSchema>;
