import { z } from 'zod';
import {
  ChangeIdSchema,
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
} from './values.ts';

/** How a change reached the branch. */
export const LANDING_METHODS = ['merge', 'squash', 'rebase', 'direct', 'backport'] as const;

/** A person as git knows them: the account handle where the address reveals it, else the name. Never an address. */
export const PersonSchema = z.string().min(1);

/** Where a change that was copied to another branch comes from. */
export const BackportSchema = z.strictObject({
  /** The pull request that carried the copy; null where none is known. */
  pullRequest: z.int().positive().nullable(),
  /** The original's commit; null where only its number is known. */
  commit: ObjectIdSchema.nullable(),
  /** What told so: a sentence for auditors. */
  because: z.string().min(1),
});

/** A dependency that the change moves from one version to another. */
export const DependencyBumpSchema = z.strictObject({
  name: z.string().min(1),
  from: z.string().nullable(),
  to: z.string(),
});

/**
 * `content/ledger/<product>/releases/<version>/changes/<id>.md`: the facts of one change, as git tells them.
 * Written by the harvest, never edited by hand. The body is the landing commit's message.
 */
export const ChangeSchema = z.strictObject({
  schema: SchemaVersionSchema,
  id: ChangeIdSchema,
  product: SlugSchema,
  module: SlugSchema,
  /** The release in whose dossier this record stands. */
  version: VersionSchema,
  /** The original's number for a backport; null where no number is known. */
  pullRequest: z.int().positive().nullable(),
  /** What told the number, or why there is none: a sentence for auditors. */
  identifiedBy: z.string().min(1),
  /** The change in one line, without numbers and conventional prefix. */
  title: z.string(),
  /** Conventional Commits type; "other" where the message names none. */
  kind: z.string().min(1),
  /** Conventional Commits scope. */
  scope: z.string().optional(),
  breaking: z.literal(true).optional(),
  /** What a `BREAKING CHANGE` footer says. */
  breakingNote: z.string().optional(),
  method: z.enum(LANDING_METHODS),
  /** Who wrote it: for a backport the original's author. */
  author: PersonSchema,
  /** When its author wrote it. */
  authoredAt: InstantSchema,
  /** Who put it on the branch, as the landing commit says. */
  landedBy: PersonSchema,
  /** When it was put there, as the landing commit says (commit dates can be forged). */
  landedAt: InstantSchema,
  coAuthors: z.array(PersonSchema).optional(),
  /** The commit that put the change on the branch. */
  landing: ObjectIdSchema,
  /** All its commits of this release's range, the landing one included, in order of history. */
  commits: z.array(ObjectIdSchema).min(1),
  backport: BackportSchema.optional(),
  /** Pull requests that a squash of cherry-picks brings along, as its body lists them. */
  carries: z.array(z.int().positive()).optional(),
  dependency: DependencyBumpSchema.optional(),
  /** Commits that the message says it reverts. */
  reverts: z.array(ObjectIdSchema).optional(),
  /** Issue numbers that the message closes or refers to. */
  issues: z.array(z.int().positive()).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;
export type ChangeInput = z.input<typeof ChangeSchema>;
