import type { z } from 'zod';
import { ChangeSchema } from './change.ts';
import { DeploymentSchema } from './deployment.ts';
import { ChecklistSchema, OpeningSchema, RecoverySchema, WaiverSchema } from './dossier.ts';
import type { RecordKind } from './migrations/format-step.ts';
import { NoteSchema } from './note.ts';
import { PolicySchema } from './policy.ts';
import { ProductSchema } from './product.ts';
import { PlatformReleaseSchema } from './pull-request.ts';
import { ReleaseSchema } from './release.ts';
import { AmendmentSchema, RedactionSchema, SealSchema } from './seal.ts';
import { SiteSchema } from './site.ts';
import { StageReportSchema } from './stage-report.ts';
import { VoteSchema } from './vote.ts';

/** What a kind of record is read by, and where its files stand. */
export interface RecordForm {
  kind: RecordKind;
  schema: z.ZodType;
  /** Its files, from the content folder on. */
  place: RegExp;
}

/** Every kind of record that a ledger has. */
export const RECORD_FORMS: readonly RecordForm[] = [
  { kind: 'site', schema: SiteSchema, place: /^site\.md$/ },
  { kind: 'product', schema: ProductSchema, place: /^products\/[^/]+\.md$/ },
  { kind: 'note', schema: NoteSchema, place: /^notes\/[^/]+\/[^/]+\.md$/ },
  { kind: 'policy', schema: PolicySchema, place: /^ledger\/[^/]+\/policy\.md$/ },
  { kind: 'release', schema: ReleaseSchema, place: inDossier('release\\.md') },
  { kind: 'change', schema: ChangeSchema, place: inDossier('changes/[^/]+\\.md') },
  { kind: 'platform-release', schema: PlatformReleaseSchema, place: inDossier('platform-release\\.md') },
  { kind: 'opening', schema: OpeningSchema, place: inDossier('opening\\.md') },
  { kind: 'recovery', schema: RecoverySchema, place: inDossier('recovery\\.md') },
  { kind: 'vote', schema: VoteSchema, place: inDossier('votes/[^/]+\\.md') },
  { kind: 'stage', schema: StageReportSchema, place: inDossier('stages/[^/]+\\.md') },
  { kind: 'checklist', schema: ChecklistSchema, place: inDossier('checklists/[^/]+\\.md') },
  { kind: 'waiver', schema: WaiverSchema, place: inDossier('waivers/[^/]+\\.md') },
  { kind: 'amendment', schema: AmendmentSchema, place: inDossier('amendments/[^/]+\\.md') },
  {
    kind: 'deployment',
    schema: DeploymentSchema,
    place: /^ledger\/[^/]+\/deployments\/[^/]+\/[^/]+\.md$/,
  },
  {
    kind: 'seal',
    schema: SealSchema,
    place: /^ledger\/[^/]+\/(?:releases\/[^/]+|deployments)\/seal(?:-\d+)?\.json$/,
  },
  { kind: 'redaction', schema: RedactionSchema, place: inDossier('redactions/\\d+\\.json') },
];

const KIND_OF_SCHEMA: ReadonlyMap<z.ZodType, RecordKind> = new Map(
  RECORD_FORMS.map(({ schema, kind }) => [schema, kind]),
);

/** The kind that a schema is of; null for a schema of something else than a whole record. */
export function kindOfSchema(schema: z.ZodType): RecordKind | null {
  return KIND_OF_SCHEMA.get(schema) ?? null;
}

/** What a file of a ledger is, by its path from the content folder on; null for what is no record, such as evidence. */
export function formOfFile(file: string): RecordForm | null {
  return RECORD_FORMS.find(({ place }) => place.test(file)) ?? null;
}

function inDossier(name: string): RegExp {
  return new RegExp(`^ledger/[^/]+/releases/[^/]+/${name}$`);
}
