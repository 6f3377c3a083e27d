import { z } from 'zod';
import {
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
  WebAddressSchema,
} from './values.ts';

/** A repository on the platform, as "openebs/openebs". */
export const RepositoryNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, 'expected a repository such as "openebs/openebs"');

/** What an account is, as the platform says: bots and apps cannot be told by their names. */
export const ACCOUNT_KINDS = ['user', 'bot', 'organization', 'placeholder'] as const;

/** Who did something, as the platform authenticated them. Null stands for an account that is gone. */
export const AccountSchema = z.strictObject({
  login: z.string().min(1),
  /** The account's number on the platform, which stays when it is renamed. */
  id: z.int().positive().optional(),
  kind: z.enum(ACCOUNT_KINDS),
});
export type Account = z.infer<typeof AccountSchema>;

/** What a review says. */
export const REVIEW_STATES = ['approved', 'changes-requested', 'commented', 'dismissed', 'pending'] as const;

/** A review, with the commit that it was given on. */
export const ReviewSchema = z.strictObject({
  author: AccountSchema.nullable(),
  state: z.enum(REVIEW_STATES),
  /** When it was submitted. */
  at: InstantSchema,
  /** The head at that moment; null where the platform does not know the commit any more. */
  commit: ObjectIdSchema.nullable(),
  /** Whether its author may write to the repository: an approval of somebody else binds nobody. */
  mayPush: z.boolean(),
  text: z.string().optional(),
  /** When its text was changed last. */
  editedAt: InstantSchema.optional(),
  /** A review that was taken back by somebody: what it said before. */
  dismissed: z
    .strictObject({
      by: AccountSchema.nullable(),
      at: InstantSchema,
      was: z.enum(REVIEW_STATES),
      because: z.string().optional(),
    })
    .optional(),
});
export type Review = z.infer<typeof ReviewSchema>;

/** The branch of a pull request was moved to other commits. */
export const ForcePushSchema = z.strictObject({
  at: InstantSchema,
  by: AccountSchema.nullable(),
  before: ObjectIdSchema.nullable(),
  after: ObjectIdSchema.nullable(),
});
export type ForcePush = z.infer<typeof ForcePushSchema>;

/** How a check ended, in the platform's words; "pending" where it had not. */
export const CHECK_CONCLUSIONS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed-out',
  'action-required',
  'stale',
  'startup-failure',
  'error',
  'pending',
] as const;

/** One check of the merged head. */
export const CheckSchema = z.strictObject({
  name: z.string().min(1),
  /** The app or account that reported it; null where it is gone. */
  by: z.string().nullable(),
  conclusion: z.enum(CHECK_CONCLUSIONS),
  /** When it ended. */
  at: InstantSchema.optional(),
  url: WebAddressSchema.optional(),
});
export type Check = z.infer<typeof CheckSchema>;

/** An issue that a pull request closes or is connected with. */
export const LinkedIssueSchema = z.strictObject({
  repository: RepositoryNameSchema,
  number: z.int().positive(),
  /** Null where only its number is known. */
  title: z.string().nullable(),
  /** "closes" as the platform knows it; "zenhub" where the description connects it in ZenHub's manner. */
  how: z.enum(['closes', 'zenhub']),
});
export type LinkedIssue = z.infer<typeof LinkedIssueSchema>;

/** A commit of the pull request's branch: a squash hides who wrote them. */
export const PullRequestCommitSchema = z.strictObject({
  commit: ObjectIdSchema,
  /** "@login" where the platform knows the account, else the name that git has. The author, then co-authors. */
  authors: z.array(z.string().min(1)),
  authoredAt: InstantSchema,
});

/** Files that a pull request changes. */
export const ChangedFilesSchema = z.strictObject({
  count: z.int().nonnegative(),
  additions: z.int().nonnegative(),
  deletions: z.int().nonnegative(),
  paths: z.array(z.string()),
});

/**
 * A pull request as the platform knows it, in the front matter of the change that it brought. Its description
 * stands in the record's body, under "Pull request #12".
 */
export const PullRequestSchema = z.strictObject({
  repository: RepositoryNameSchema,
  number: z.int().positive(),
  url: WebAddressSchema,
  state: z.enum(['merged', 'closed', 'open']),
  /** Its title today. */
  title: z.string(),
  /** Its title when it was merged, where it was renamed since. */
  titleAtMerge: z.string().optional(),
  author: AccountSchema.nullable(),
  merger: AccountSchema.nullable(),
  createdAt: InstantSchema,
  mergedAt: InstantSchema.nullable(),
  /** When its description was changed last. */
  editedAt: InstantSchema.optional(),
  base: z.string().min(1),
  head: z.string().min(1),
  /** Whose repository the branch was in; null where that is gone. */
  headOwner: z.string().nullable(),
  /** The last commit of the branch: what reviews and checks should be of. */
  headCommit: ObjectIdSchema,
  /** Null where it was not merged by the platform, or the commit is gone. */
  mergeCommit: ObjectIdSchema.nullable(),
  labels: z.array(z.string()).optional(),
  milestone: z.string().optional(),
  linkedIssues: z.array(LinkedIssueSchema).optional(),
  commits: z.array(PullRequestCommitSchema),
  reviews: z.array(ReviewSchema).optional(),
  forcePushes: z.array(ForcePushSchema).optional(),
  /** Checks of `headCommit`. */
  checks: z.array(CheckSchema).optional(),
  files: ChangedFilesSchema,
});
export type PullRequest = z.infer<typeof PullRequestSchema>;

/**
 * `content/ledger/<product>/releases/<version>/platform-release.md`: the release as the platform published it.
 * The body is its description, fenced.
 */
export const PlatformReleaseSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  repository: RepositoryNameSchema,
  url: WebAddressSchema,
  /** The tag that it names, which may have been moved since. */
  tag: z.string().min(1),
  /** The commit that the platform's tag leads to; null where the tag is gone there. */
  commit: ObjectIdSchema.nullable(),
  name: z.string().nullable(),
  author: AccountSchema.nullable(),
  createdAt: InstantSchema,
  publishedAt: InstantSchema.nullable(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  assets: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        /** In bytes. */
        size: z.int().nonnegative(),
      }),
    )
    .optional(),
});
export type PlatformRelease = z.infer<typeof PlatformReleaseSchema>;
