import { z } from 'zod';
import { PullRequestSchema } from './pull-request.ts';
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

/** What can give a change's words in the note, in order of precedence; a person's text comes before all of them. */
export const WORDS_FROM = [
  'override block',
  'release-note fence',
  'release-note section',
  'title at the merge',
  'squash subject',
] as const;

/** A dependency that the change moves from one version to another. */
export const DependencyBumpSchema = z.strictObject({
  name: z.string().min(1),
  from: z.string().nullable(),
  to: z.string(),
});

/**
 * `content/ledger/<product>/releases/<version>/changes/<id>.md`: the facts of one change, as git and the
 * platform tell them. Written by the harvest, never edited by hand. The body holds the landing commit's message
 * and, under "Pull request #12", the description of each pull request.
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
  /** Where the note's words are from; absent where the message is all that is known. */
  wordsFrom: z.enum(WORDS_FROM).optional(),
  /** The first change of its author in the product's history. */
  firstContribution: z.literal(true).optional(),
  /** The platform was asked for the change; where it names no pull request, it knows none. */
  platformAsked: z.literal(true).optional(),
  /** What the platform knows: the pull request that brought the change here first, then its original. */
  pullRequests: z.array(PullRequestSchema).min(1).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;
export type ChangeInput = z.input<typeof ChangeSchema>;
