import { z } from 'zod';
import {
  ChangeIdSchema,
  DaySchema,
  DigestSchema,
  EntryIdSchema,
  InstantSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
  VulnerabilityIdSchema,
} from './values.ts';

/** How far a feature is, in the order in which it gets there. */
export const MATURITIES = ['alpha', 'beta', 'stable'] as const;
export type Maturity = (typeof MATURITIES)[number];

/** How bad a vulnerability is, the worst first, in the words of the Common Vulnerability Scoring System. */
export const WEAKNESS_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type WeaknessSeverity = (typeof WEAKNESS_SEVERITIES)[number];

/** What an entry of the section Security tells of, where its words do not. Written by a person. */
export const EntrySecuritySchema = z.strictObject({
  /** The vulnerabilities that it fixes; those in its words count without being written here. */
  ids: z.array(VulnerabilityIdSchema).min(1).optional(),
  severity: z.enum(WEAKNESS_SEVERITIES).optional(),
  /** The first release that has the weakness. Where it is not said, every release without the fix counts as affected. */
  since: VersionSchema.optional(),
});
export type EntrySecurity = z.infer<typeof EntrySecuritySchema>;

/** A release that took a change back besides the one that its entry names first. */
export const MoreWithdrawalSchema = z.strictObject({
  in: VersionSchema,
  /** A later release that brought it again. */
  restoredIn: VersionSchema.optional(),
});
export type MoreWithdrawal = z.infer<typeof MoreWithdrawalSchema>;

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
  /** The feature that it belongs to: only one that the product's page names for customers. */
  feature: SlugSchema.optional(),
  security: EntrySecuritySchema.optional(),
  /** The version that is planned to do without what the entry deprecates. Written by a person. */
  removalIn: VersionSchema.optional(),
  /** The entry that announced what this one removes. Written by a person. */
  removes: EntryIdSchema.optional(),
  /** Changes that this entry rolls up, for example earlier bumps of the same dependency. */
  rollsUp: z.array(ChangeIdSchema).optional(),
  /** Other releases that carry the same change, but for those that hold this one's whole history. */
  alsoIn: z.array(VersionSchema).optional(),
  /** The later release that took the change back. */
  withdrawnIn: VersionSchema.optional(),
  /** The still later release that brought it again. */
  restoredIn: VersionSchema.optional(),
  /**
   * Releases on other lines, or prereleases, that took the change back as well, and those that brought it again. A
   * release is without the change where it holds one that took it back, and none that brought it again after that one:
   * the same release stands here several times where several lines did so.
   */
  moreWithdrawals: z.array(MoreWithdrawalSchema).min(1).optional(),
});
export type NoteEntry = z.infer<typeof NoteEntrySchema>;

/** What a machine knows of a bullet under Known issues; its words and its workaround stand in the body. */
export const KnownIssueSchema = z.strictObject({
  /** The bullet's id, as "known-3". It is used once in a product, and in no other section. */
  id: EntryIdSchema,
  /** The module that has it. */
  module: SlugSchema.optional(),
  /** The first release that has it, where that is an earlier one than the note's. */
  since: VersionSchema.optional(),
  /** The day on which it was found, where that is after the release. */
  found: DaySchema.optional(),
  /** The entry that mends it: every release that carries the entry is free of it. */
  fixedBy: EntryIdSchema.optional(),
  /** Releases that are free of it where no entry says so, and those that grew from them. */
  fixedIn: z.array(VersionSchema).min(1).optional(),
});
export type KnownIssue = z.infer<typeof KnownIssueSchema>;

/** A correction of a note that customers may have read already. */
export const NoteUpdateSchema = z.strictObject({
  at: InstantSchema,
  /** What was corrected, in one sentence for customers. */
  text: z.string().min(1),
});

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

/** What projects kept their notes in before this tool. */
export const IMPORT_FORMATS = [
  'keep-a-changelog',
  'conventional-changelog',
  'release-please',
  'git-cliff',
  'headings',
  'github-releases',
  'reno',
  'changelogs-folder',
  'towncrier',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Where a note's words come from that were written before this tool. Nobody has audited what they say. */
export const ImportedSchema = z.strictObject({
  /** The name of the file or folder, without its path: everybody may read it. */
  from: z
    .string()
    .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .+()-]*$/u, 'expected a plain file name')
    .max(100),
  format: z.enum(IMPORT_FORMATS),
  /** The SHA-256 of the words as they stood there: the same words are not brought twice. */
  digest: DigestSchema,
  /** What told the date: the words (a day), the platform, a tag, or the dossier. */
  dated: z.enum(['text', 'platform', 'tag', 'dossier']),
});
export type Imported = z.infer<typeof ImportedSchema>;

/**
 * `content/notes/<product>/<version>.md`: the front matter of a release note. `entries` holds every id that a
 * harvest ever offered: one that has no bullet in the body was taken out by a person and stays out.
 */
export const NoteSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  /**
   * When the tag was made (annotated), else when its commit was made; for an imported note what `imported.dated` tells,
   * a day without a time as its first second.
   */
  date: InstantSchema,
  /** A release candidate, alpha or beta. */
  prerelease: z.boolean(),
  /** Set for a note from before this tool; a harvest that finds the release leaves it. */
  imported: ImportedSchema.optional(),
  /** The release that this one is described against; null for the first. */
  previous: VersionSchema.nullable(),
  /**
   * The releases whose whole history this one holds, without those that another of them holds already. Absent where
   * that is `previous` alone.
   */
  descendsFrom: z.array(VersionSchema).optional(),
  /** Prereleases whose changes this release repeats. */
  folds: z.array(VersionSchema).optional(),
  /** The final release that repeats this prerelease's changes. */
  foldedInto: VersionSchema.optional(),
  withdrawn: WithdrawnSchema.optional(),
  contributors: z.array(ContributorSchema).optional(),
  /** How far features are in this release where no entry of it says so, by their ids. Written by a person. */
  features: z.record(SlugSchema, z.enum(MATURITIES)).optional(),
  /** What this release works with, by the ids on the product's page; the rest is as before. Written by a person. */
  compatibility: z.record(SlugSchema, z.string().min(1)).optional(),
  /** What is known to be wrong in this release. Written by a person. */
  known: z.array(KnownIssueSchema).optional(),
  /** Corrections since the note was published, oldest first. */
  updates: z.array(NoteUpdateSchema).optional(),
  entries: z.array(NoteEntrySchema),
});
export type Note = z.infer<typeof NoteSchema>;
export type NoteInput = z.input<typeof NoteSchema>;
