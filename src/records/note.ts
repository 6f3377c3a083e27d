import { z } from 'zod';
import {
  ChangeIdSchema,
  EntryIdSchema,
  InstantSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
} from './values.ts';

/** How far a feature is, in the order in which it gets there. */
export const MATURITIES = ['alpha', 'beta', 'stable'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** What a machine knows of an entry. Its words stand in the body, where a person may change them. */
export const NoteEntrySchema = z.strictObject({
  /** The change that the entry tells of; ".2" and so on behind it where one change has several entries. */
  id: EntryIdSchema,
  /** The module that changed. */
  module: SlugSchema,
  /** The third-party chart whose move the entry tells of: its id is then the part's own, and no change's. */
  part: z.string().min(1).optional(),
  /** The pull request's number; the original's for a backport; null where no number is known. */
  pullRequest: z.int().positive().nullable(),
  /** Conventional Commits type, as "feat" or "fix"; "other" where the change does not say. */
  kind: z.string().min(1),
  /** The change breaks what worked before. */
  breaking: z.literal(true).optional(),
  /** How far the feature is that it belongs to, by the gates that the policy sets for it. */
  maturity: z.enum(MATURITIES).optional(),
  /** Changes that this entry rolls up, for example earlier bumps of the same dependency. */
  rollsUp: z.array(ChangeIdSchema).optional(),
  /** Other releases that carry the same change. */
  alsoIn: z.array(VersionSchema).optional(),
  /** The later release that took the change back. */
  withdrawnIn: VersionSchema.optional(),
  /** The still later release that brought it again. */
  restoredIn: VersionSchema.optional(),
});
export type NoteEntry = z.infer<typeof NoteEntrySchema>;

/** Somebody who worked on a release; written only where the product's page allows it. */
export const ContributorSchema = z.strictObject({
  /** The handle on the platform. */
  login: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/, 'expected a handle'),
  /** Their first change in the product's history. */
  first: z.literal(true).optional(),
});
export type Contributor = z.infer<typeof ContributorSchema>;

/** A release that customers should not use: said loudly on every page. Written by a person. */
export const WithdrawnSchema = z.strictObject({
  /** Why, in one sentence for customers. */
  reason: z.string().min(1),
  /** The release to use in its place. */
  use: VersionSchema.optional(),
  /** When it was taken back. */
  at: InstantSchema.optional(),
});

/**
 * `content/notes/<product>/<version>.md`: the front matter of a release note. `entries` holds every id that a
 * harvest ever offered: one that has no bullet in the body was taken out by a person and stays out.
 */
export const NoteSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /** When the tag was made (annotated), else when its commit was made. */
  date: InstantSchema,
  /** A release candidate, alpha or beta. */
  prerelease: z.boolean(),
  /** The release that this one is described against; null for the first. */
  previous: VersionSchema.nullable(),
  /** Prereleases whose changes this release repeats. */
  folds: z.array(VersionSchema).optional(),
  /** The final release that repeats this prerelease's changes. */
  foldedInto: VersionSchema.optional(),
  withdrawn: WithdrawnSchema.optional(),
  contributors: z.array(ContributorSchema).optional(),
  entries: z.array(NoteEntrySchema),
});
export type Note = z.infer<typeof NoteSchema>;
export type NoteInput = z.input<typeof NoteSchema>;
