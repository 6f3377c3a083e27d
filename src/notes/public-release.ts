import { z } from 'zod';
import { MATURITIES, NoteUpdateSchema } from '../records/note.ts';
import { InstantSchema, SlugSchema, VersionSchema } from '../records/values.ts';
import { PublicEntrySchema, PublicIssueSchema } from './public-entry.ts';

/** Where a release stands among the others: all that is needed to tell which ones another one holds. */
export const LineageReleaseSchema = z.strictObject({
  version: VersionSchema,
  date: InstantSchema.describe('When it was tagged, in UTC.'),
  prerelease: z.boolean(),
  withdrawn: z.boolean().describe('Not to be used.'),
  parents: z
    .array(VersionSchema)
    .describe('Releases whose whole history it holds; others follow from these.'),
  folds: z.array(VersionSchema).describe('Prereleases whose entries it repeats.'),
  borrows: z
    .array(VersionSchema)
    .describe('Releases it does not grow from, of whose entries it carries some without repeating them.'),
  features: z.record(SlugSchema, z.enum(MATURITIES)).describe('How far features are, where it says so.'),
  compatibility: z
    .record(SlugSchema, z.string())
    .describe('What it works with; what is not here is as before.'),
});
export type LineageRelease = z.infer<typeof LineageReleaseSchema>;

/** A release as everybody may know it. */
export const PublicReleaseSchema = LineageReleaseSchema.omit({ withdrawn: true, borrows: true }).extend({
  product: SlugSchema,
  address: z.string().describe('Its page on the site, from the root on.'),
  previous: VersionSchema.nullable().describe('The release that it is described against.'),
  foldedInto: VersionSchema.nullable().describe('The final release that repeats a prerelease.'),
  withdrawn: z
    .strictObject({
      reason: z.string(),
      use: VersionSchema.nullable(),
      at: InstantSchema.nullable(),
    })
    .nullable()
    .describe('Why it must not be used; null for all others.'),
  introHtml: z.string().describe('What stands before the first section; sanitised.'),
  prose: z
    .array(z.strictObject({ heading: z.string(), html: z.string() }))
    .describe('What stands under headings besides bullets, as under Upgrade notes.'),
  entries: z.array(PublicEntrySchema),
  known: z.array(PublicIssueSchema).describe('Known issues that its note tells of.'),
  updates: z.array(NoteUpdateSchema).describe('Corrections of the note since it was published.'),
});
export type PublicRelease = z.infer<typeof PublicReleaseSchema>;
