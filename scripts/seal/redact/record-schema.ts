import type { z } from 'zod';
import {
  AmendmentSchema,
  ChangeSchema,
  ChecklistSchema,
  OpeningSchema,
  PlatformReleaseSchema,
  RecoverySchema,
  ReleaseSchema,
  StageReportSchema,
  VoteSchema,
  WaiverSchema,
} from '../../../src/records/index.ts';

const SCHEMAS: readonly (readonly [pattern: RegExp, schema: z.ZodType])[] = [
  [/\/changes\/[^/]+\.md$/, ChangeSchema],
  [/\/votes\/[^/]+\.md$/, VoteSchema],
  [/\/stages\/[^/]+\.md$/, StageReportSchema],
  [/\/waivers\/[^/]+\.md$/, WaiverSchema],
  [/\/checklists\/[^/]+\.md$/, ChecklistSchema],
  [/\/amendments\/[^/]+\.md$/, AmendmentSchema],
  [/\/opening\.md$/, OpeningSchema],
  [/\/recovery\.md$/, RecoverySchema],
  [/\/platform-release\.md$/, PlatformReleaseSchema],
  [/\/release\.md$/, ReleaseSchema],
];

/** The schema of a record, by where it stands in a dossier; null for evidence, which is read as it is. */
export function recordSchema(file: string): z.ZodType | null {
  if (/\/evidence\/[^/]+$/.test(file)) return null;
  return SCHEMAS.find(([pattern]) => pattern.test(file))?.[1] ?? null;
}
