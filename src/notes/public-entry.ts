import { z } from 'zod';
import { MATURITIES, WEAKNESS_SEVERITIES } from '../records/note.ts';
import { SectionSchema } from '../records/sections.ts';
import {
  DaySchema,
  EntryIdSchema,
  SlugSchema,
  VersionSchema,
  VulnerabilityIdSchema,
  WebAddressSchema,
} from '../records/values.ts';

/** A vulnerability that an entry fixes. */
export const PublicSecuritySchema = z.strictObject({
  ids: z.array(VulnerabilityIdSchema).describe('CVE and GHSA ids; empty where none was given.'),
  severity: z.enum(WEAKNESS_SEVERITIES).nullable().describe('How bad it is; null where nobody said so.'),
  since: VersionSchema.nullable().describe(
    'The first release that has it; null: every release without the fix counts as affected.',
  ),
});
export type PublicSecurity = z.infer<typeof PublicSecuritySchema>;

/** A move of something that the product is built with. */
export const DependencyMoveSchema = z.strictObject({
  name: z.string().describe('The dependency.'),
  from: z.string().nullable().describe('Its version before; null where it was not said.'),
  to: z.string().describe('Its version now.'),
});
export type DependencyMove = z.infer<typeof DependencyMoveSchema>;

/** A later release that took changes of an entry back. */
export const PublicWithdrawalSchema = z.strictObject({
  ids: z.array(EntryIdSchema).describe('The ids of the entry that are taken back.'),
  in: VersionSchema.describe('The release that took them back.'),
  restoredIn: VersionSchema.nullable().describe('The release that brought them again; null: none.'),
});

/** A pull request that an entry tells of. */
export const PublicPullRequestSchema = z.strictObject({
  number: z.int().positive().describe('Its number in its repository.'),
  url: WebAddressSchema.nullable().describe('Its address; null where not everybody may follow it.'),
});

/** One bullet of a note, as everybody may know it. Pages, tables, feeds and the API are made from this. */
export const PublicEntrySchema = z.strictObject({
  id: EntryIdSchema.nullable().describe('Never changes; null for a bullet that was written freely.'),
  ids: z.array(EntryIdSchema).describe('All changes that the bullet tells of, `id` the first of them.'),
  address: z.string().describe('Its place on the site, from the root on.'),
  section: SectionSchema.nullable().describe('Null under a heading that is no section of its own meaning.'),
  heading: z.string().describe('The heading that it stands under.'),
  title: z.string().describe('Its first line as plain text.'),
  markdown: z.string().describe('Its words as they were written.'),
  html: z.string().describe('Its words; sanitised.'),
  modules: z.array(SlugSchema).describe('Modules that changed.'),
  kinds: z.array(z.string()).describe('Conventional Commits types, or "other".'),
  breaking: z.boolean().describe('It breaks what worked before.'),
  maturity: z.enum(MATURITIES).describe('How far the feature was in this release.'),
  features: z.array(SlugSchema).describe('Features that it belongs to, by the ids of the product.'),
  pullRequests: z.array(PublicPullRequestSchema).describe('Pull requests that it tells of.'),
  security: PublicSecuritySchema.nullable().describe('Set in the section Security only.'),
  dependencies: z.array(DependencyMoveSchema).describe('Moves of dependencies that it tells of.'),
  removalIn: VersionSchema.nullable().describe('The version that will do without what it deprecates.'),
  removes: EntryIdSchema.nullable().describe('The entry that announced what this one removes.'),
  alsoIn: z
    .array(VersionSchema)
    .describe('Other releases with the same change that do not grow from this one.'),
  alsoInById: z
    .record(EntryIdSchema, z.array(VersionSchema))
    .optional()
    .describe('The same by change, only where the changes of one bullet differ in it.'),
  withdrawals: z.array(PublicWithdrawalSchema).describe('Later releases that took changes of it back.'),
});
export type PublicEntry = z.infer<typeof PublicEntrySchema>;

/** A bullet under Known issues. */
export const PublicIssueSchema = z.strictObject({
  id: EntryIdSchema.nullable().describe('Never changes; null where none was given.'),
  address: z.string().describe('Its place on the site, from the root on.'),
  title: z.string().describe('Its first line as plain text.'),
  markdown: z.string().describe('What is wrong, without the workaround.'),
  html: z.string().describe('What is wrong, without the workaround; sanitised.'),
  workaroundHtml: z.string().nullable().describe('What to do until it is fixed; null where nothing helps.'),
  module: SlugSchema.nullable().describe('The module that has it; null where nobody said so.'),
  since: VersionSchema.describe('The first release that has it.'),
  found: DaySchema.meta({ description: 'When it was found.', format: 'date' }),
  fixedBy: EntryIdSchema.nullable().describe('The entry that mends it.'),
  fixedIn: z.array(VersionSchema).describe('Releases that are free of it, and those that grew from them.'),
});
export type PublicIssue = z.infer<typeof PublicIssueSchema>;
