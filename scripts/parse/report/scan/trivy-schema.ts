import { z } from 'zod';
import { listOf, OptionalTextSchema } from '../report-values.ts';

const TrivyVulnerabilitySchema = z.object({
  VulnerabilityID: z.string().min(1),
  PkgName: OptionalTextSchema,
  InstalledVersion: OptionalTextSchema,
  FixedVersion: OptionalTextSchema,
  Severity: OptionalTextSchema,
});

const MisconfigurationSchema = z.object({
  ID: z.string().min(1),
  Severity: OptionalTextSchema,
  /** "FAIL", "PASS" or "EXCEPTION"; passes are listed only when asked for. */
  Status: OptionalTextSchema,
});

const SecretSchema = z.object({ RuleID: z.string().min(1), Severity: OptionalTextSchema });

const LicenseSchema = z.object({
  Name: z.string().min(1),
  Severity: OptionalTextSchema,
  PkgName: OptionalTextSchema,
  FilePath: OptionalTextSchema,
});

export const TrivyResultSchema = z.object({
  Target: z.string(),
  Class: OptionalTextSchema,
  Vulnerabilities: listOf(TrivyVulnerabilitySchema),
  MisconfSummary: z.object({ Failures: z.int().nonnegative() }).nullish(),
  Misconfigurations: listOf(MisconfigurationSchema),
  Secrets: listOf(SecretSchema),
  Licenses: listOf(LicenseSchema),
  ExperimentalModifiedFindings: listOf(z.unknown()),
});
export type TrivyResult = z.infer<typeof TrivyResultSchema>;

const ImageConfigSchema = z.object({
  created: OptionalTextSchema,
  config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).nullish(),
});

const MetadataSchema = z.object({
  Size: z.int().nonnegative().optional(),
  OS: z
    .object({ Family: OptionalTextSchema, Name: OptionalTextSchema, EOSL: z.boolean().optional() })
    .nullish(),
  ImageID: OptionalTextSchema,
  RepoDigests: listOf(z.string()),
  ImageConfig: ImageConfigSchema.nullish(),
  Commit: OptionalTextSchema,
});
export type TrivyMetadata = z.infer<typeof MetadataSchema>;

/** Only scans by a server say how old its database was. */
const ServerSchema = z.object({ VulnerabilityDB: z.object({ UpdatedAt: OptionalTextSchema }).nullish() });

/** Trivy's JSON report of schema 2 (aquasecurity/trivy, pkg/types/report.go), as far as it is read. */
export const TrivyReportSchema = z.object({
  SchemaVersion: z.literal(2, { error: ({ input }) => `schema ${input} of Trivy is not read, only 2` }),
  Trivy: z.object({ Version: OptionalTextSchema, Server: ServerSchema.nullish() }).nullish(),
  CreatedAt: OptionalTextSchema,
  ArtifactName: OptionalTextSchema,
  ArtifactType: OptionalTextSchema,
  Metadata: MetadataSchema.nullish(),
  Results: listOf(TrivyResultSchema),
});
export type TrivyReport = z.infer<typeof TrivyReportSchema>;
