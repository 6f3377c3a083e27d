import { z } from 'zod';
import { MATURITIES } from '../records/note.ts';
import { InstantSchema, SlugSchema, VersionSchema } from '../records/values.ts';
import { PublicEntrySchema, PublicIssueSchema } from './public-entry.ts';

/** Where a release stands among the others: all that is needed to tell which ones another one holds. */
export const LineageReleaseSchema = z.strictObject({
  version: VersionSchema.describe('Its version, as addresses have it.'),
  date: InstantSchema.describe('When it was tagged, in UTC.'),
  prerelease: z.boolean().describe('A release candidate, alpha or beta.'),
  withdrawn: z.boolean().describe('Not to be used.'),
  parents: z
    .array(VersionSchema)
    .describe('Releases whose whole history it holds; others follow from these.'),
  folds: z.array(VersionSchema).describe('Prereleases whose entries it repeats.'),
  borrows: z
    .array(VersionSchema)
    .describe('Releases it does not grow from, of whose entries it carries some without repeating them.'),
  revises: z
    .array(VersionSchema)
    .describe('Releases of whose entries it took some back, brought some again, or repeats some unsaid.'),
  features: z.record(SlugSchema, z.enum(MATURITIES)).describe('How far features are, where it says so.'),
  compatibility: z
    .record(SlugSchema, z.string())
    .describe('What it works with; what is not here is as before.'),
});
export type LineageRelease = z.infer<typeof LineageReleaseSchema>;

/** A correction of a note since it was published. */
const PublicUpdateSchema = z.strictObject({
  at: InstantSchema.describe('When, in UTC.'),
  text: z.string().describe('What was corrected.'),
});

/** A release as everybody may know it. */
export const PublicReleaseSchema = LineageReleaseSchema.omit({
  withdrawn: true,
  borrows: true,
  revises: true,
}).extend({
  product: SlugSchema.describe('The id of its product.'),
  address: z.string().describe('Its page on the site, from the root on.'),
  previous: VersionSchema.nullable().describe('The release that it is described against.'),
  foldedInto: VersionSchema.nullable().describe('The final release that repeats a prerelease.'),
  withdrawn: z
    .strictObject({
      reason: z.string().describe('Why, in one sentence.'),
      use: VersionSchema.nullable().describe('The release to use in its place; null where none is named.'),
      at: InstantSchema.nullable().describe('When it was taken back; null where nobody said so.'),
    })
    .nullable()
    .describe('Why it must not be used; null for all others.'),
  introHtml: z.string().describe('What stands before the first section; sanitised.'),
  prose: z
    .array(
      z.strictObject({
        heading: z.string().describe('The heading that it stands under.'),
        html: z.string().describe('Sanitised.'),
      }),
    )
    .describe('What stands under headings besides bullets, as under Upgrade notes.'),
  entries: z.array(PublicEntrySchema).describe('In the order of its note.'),
  known: z.array(PublicIssueSchema).describe('Known issues that its note tells of.'),
  updates: z.array(PublicUpdateSchema).describe('Corrections of the note since it was published.'),
});
export type PublicRelease = z.infer<typeof PublicReleaseSchema>;
