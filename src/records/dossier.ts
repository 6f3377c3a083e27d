import { z } from 'zod';
import { ControlIdSchema } from './process.ts';
import {
  ChangeIdSchema,
  DigestSchema,
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
} from './values.ts';

/** A module as somebody opened the release with it, before its tag says so. */
export const OpenedModuleSchema = z.strictObject({
  id: SlugSchema,
  version: VersionSchema.optional(),
  commit: ObjectIdSchema.optional(),
  digest: DigestSchema.optional(),
  /** A part that is not built here, as its chart names it. */
  thirdParty: z.literal(true).optional(),
});

/**
 * `content/ledger/<product>/releases/<version>/opening.md`: a release that somebody prepares, before its tag exists.
 * The body says what it is for.
 */
export const OpeningSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  openedAt: InstantSchema,
  /** The person who opened it. */
  openedBy: z.string().min(1),
  /** When it is meant to be released. */
  due: InstantSchema.optional(),
  modules: z.array(OpenedModuleSchema).optional(),
  /** The pull request that promotes staging to the branch of releases. */
  promotion: z.int().positive().optional(),
  /** Changes that were approved for it; others are out of scope. Absent where nobody wrote a list. */
  scope: z.array(ChangeIdSchema).optional(),
  /** It ships first and collects its votes later. */
  emergency: z
    .strictObject({
      /** What happened, as a ticket or an address. */
      incident: z.string().min(1),
      declaredBy: z.string().min(1),
      declaredAt: InstantSchema,
    })
    .optional(),
});
export type Opening = z.infer<typeof OpeningSchema>;

/**
 * `content/ledger/<product>/releases/<version>/waivers/<control>.md`: a control that somebody answers for. The body
 * is the reason.
 */
export const WaiverSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  control: ControlIdSchema,
  /** The person of the roster who answers for it. */
  by: SlugSchema,
  at: InstantSchema,
  /** After this it counts no more. */
  until: InstantSchema,
});
export type Waiver = z.infer<typeof WaiverSchema>;

/**
 * `content/ledger/<product>/releases/<version>/checklists/<role>.md`: a GitHub task list in the body; a box counts as
 * ticked where it holds an x.
 */
export const ChecklistSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  role: SlugSchema,
});
export type Checklist = z.infer<typeof ChecklistSchema>;

/**
 * `content/ledger/<product>/releases/<version>/recovery.md`: what is done when the release fails. The body has the
 * sections "Plan", "Special provisions" and "On call".
 */
export const RecoverySchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /** Who is called: people of the roster, or the name of a group. */
  onCall: z.array(z.string().min(1)).min(1),
  /** Something in it cannot be taken back, such as a change of stored data. */
  irreversible: z.boolean().default(false),
  /** Stateful third-party parts that the plan speaks of, by chart name. */
  stateful: z.array(z.string().min(1)).optional(),
});
export type Recovery = z.infer<typeof RecoverySchema>;
