import { z } from 'zod';
import { PullRequestSchema, RepositoryNameSchema } from './pull-request.ts';
import {
  ChangeIdSchema,
  DigestSchema,
  EntryIdSchema,
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
} from './values.ts';

/** What can become of a commit. DESIGN: conservation. */
export const DISPOSITIONS = ['published', 'excluded', 'cancelled', 'folded', 'unresolved'] as const;
export const DispositionSchema = z.enum(DISPOSITIONS);
export type Disposition = z.infer<typeof DispositionSchema>;

/** commits = published + excluded + cancelled + folded + unresolved; checked when it is read. */
export const ConservationSumSchema = z
  .strictObject({
    /** Commits of the range. */
    commits: z.int().nonnegative(),
    /** Commits that an entry of the note stands for. */
    published: z.int().nonnegative(),
    /** Commits that are in no entry, each with its reason. */
    excluded: z.int().nonnegative(),
    /** Commits undone by a revert of the same range, and that revert. */
    cancelled: z.int().nonnegative(),
    /** Commits that belong to an entry that another commit stands for. */
    folded: z.int().nonnegative(),
    /** Commits that no rule accounts for: 0 before a seal. */
    unresolved: z.int().nonnegative(),
  })
  .refine(
    (sum) => sum.commits === sum.published + sum.excluded + sum.cancelled + sum.folded + sum.unresolved,
    'the parts do not add up to the commits',
  );
export type ConservationSum = z.infer<typeof ConservationSumSchema>;

/** What became of one commit of a release's range: a row of the table in the body of `release.md`. */
export const CommitFateSchema = z.strictObject({
  commit: ObjectIdSchema,
  module: SlugSchema,
  /** The change that the commit belongs to; null for a commit that belongs to none. */
  change: ChangeIdSchema.nullable(),
  pullRequest: z.int().positive().nullable(),
  disposition: DispositionSchema,
  /** Why, for everything that is not published: a sentence for auditors. */
  reason: z.string(),
});
export type CommitFate = z.infer<typeof CommitFateSchema>;

/** A tag as it was found: its object is pinned, so that a moved tag is noticed. */
export const TagSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['annotated', 'lightweight', 'signed']),
  /** The tag object's id; for a lightweight tag the commit's. */
  object: ObjectIdSchema,
  /** The commit that the tag leads to, through as many tag objects as there are. */
  commit: ObjectIdSchema,
});
export type Tag = z.infer<typeof TagSchema>;

/** One module of a release: what it is at, and what its range runs from. */
export const ReleaseModuleSchema = z.strictObject({
  id: SlugSchema,
  /** Its repository on the platform that was asked for its changes; absent where none was asked. */
  repository: RepositoryNameSchema.optional(),
  version: VersionSchema.nullable(),
  /** What told the version: a sentence for auditors. */
  versionFrom: z.string().min(1),
  tag: TagSchema.nullable(),
  commit: ObjectIdSchema.nullable(),
  previous: z.strictObject({ version: VersionSchema.nullable(), commit: ObjectIdSchema }).nullable(),
  /** False where the module stands where it stood in the previous release. */
  moved: z.boolean(),
  sum: ConservationSumSchema,
});
export type ReleaseModule = z.infer<typeof ReleaseModuleSchema>;

/** A part of a release that others build, as the lead module's chart names it: unmoved ones too, and removed ones. */
export const ReleasePartSchema = z
  .strictObject({
    /** The chart's name. */
    name: z.string().min(1),
    /** The name that it is installed under, where that is another one; a chart may be there more than once. */
    alias: z.string().min(1).optional(),
    /** The repository of charts that it comes from. */
    repository: z.string().min(1).optional(),
    /** The locked version, else what the chart asks for, which may be a range; null where the release removes it. */
    version: z.string().min(1).nullable(),
    /**
     * Its version in the release before; null where it is new. Absent where no release before has a chart that can be
     * read.
     */
    previous: z.string().min(1).nullable().optional(),
    /** Commits of the range that moved it, in order of history, as far as the chart's history tells. */
    commits: z.array(ObjectIdSchema).optional(),
    /**
     * The note's entry that tells of the move: a change's, where one is a bump to this version, else the part's own.
     * Absent where it did not move, and in a first release, to which nobody upgrades.
     */
    entry: EntryIdSchema.optional(),
  })
  .refine(({ version, previous }) => version !== null || previous != null, 'a part that never was there');
export type ReleasePart = z.infer<typeof ReleasePartSchema>;

/** How a release came from the branch that is tested to the branch that is released. */
export const PromotionSchema = z.strictObject({
  /** The merge of the staging branch, the last one that the release reaches. */
  commit: ObjectIdSchema,
  /** The staging branch's commit that it merged: the one that was tested. */
  staging: ObjectIdSchema,
  /** Whether the merge's files are those that were tested, byte for byte; null where the clone lacks them. */
  sameTree: z.boolean().nullable(),
  /** Commits of the release that were not promoted: put on the branch of releases beside or after the merge. */
  extra: z.array(ObjectIdSchema),
  /** The pull request that promoted, with its reviews, where the platform knows it. */
  pullRequest: PullRequestSchema.optional(),
});
export type Promotion = z.infer<typeof PromotionSchema>;

/** Something about a release that an auditor must see. */
export const AuditEventSchema = z.strictObject({
  kind: z.enum(['tag-moved', 'tag-missing', 'tag-ambiguous', 'chart-broken', 'note-conflict']),
  text: z.string().min(1),
});
export type AuditEvent = z.infer<typeof AuditEventSchema>;

/** `content/ledger/<product>/releases/<version>/release.md`. The body holds one row per commit of the range. */
export const ReleaseSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /** The lead module's tag, which makes the release. */
  tag: TagSchema,
  /** Other tags of the same version on the same commit. */
  aliases: z.array(z.string()).optional(),
  /** When the tag was made (annotated), else when its commit was made. */
  date: InstantSchema,
  prerelease: z.boolean(),
  /** Branches of the lead module that hold its commit, as the clone has them; none for one that only its tag holds. */
  branches: z.array(z.string().min(1)).optional(),
  /** For a lead module with a staging branch. */
  promotion: PromotionSchema.optional(),
  /** The release that the range starts from, for display; the range itself excludes all earlier releases. */
  previous: VersionSchema.nullable(),
  folds: z.array(VersionSchema).optional(),
  foldedInto: VersionSchema.optional(),
  modules: z.array(ReleaseModuleSchema).min(1),
  /** Third-party parts; empty for a chart that names none, absent where no chart could be read. */
  parts: z.array(ReleasePartSchema).optional(),
  sum: ConservationSumSchema,
  /** Change records that stand in the dossier of a prerelease of this release: change id by version. */
  recordedIn: z.record(VersionSchema, z.array(ChangeIdSchema)).optional(),
  events: z.array(AuditEventSchema).optional(),
  /** Digest of the policy that the harvest ran under, as "sha256:…". */
  policy: DigestSchema,
});
export type Release = z.infer<typeof ReleaseSchema>;
export type ReleaseInput = z.input<typeof ReleaseSchema>;
