import { z } from 'zod';
import {
  DigestSchema,
  InstantSchema,
  ObjectIdSchema,
  SchemaVersionSchema,
  SlugSchema,
  VersionSchema,
  WebAddressSchema,
} from './values.ts';

/** The stages of the pipeline in their order, the third in two halves, and the evidence that comes beside them. */
export const STAGES = [
  { id: 'clone', number: '1', name: 'Clone' },
  { id: 'build', number: '2', name: 'Build image' },
  { id: 'unit-tests', number: '3a', name: 'Unit tests and coverage' },
  { id: 'image-scan', number: '3b', name: 'Static analysis of the container' },
  { id: 'push', number: '4', name: 'Push image' },
  { id: 'chart', number: '5', name: 'Publish chart' },
  { id: 'deploy', number: '6', name: 'Deploy and notify' },
  { id: 'integration', number: '7', name: 'Integration tests' },
  { id: 'load', number: '8', name: 'Load test' },
  { id: 'sanity', number: '9', name: 'Sanity checks' },
  { id: 'validation', number: '10', name: 'Static validation and playbooks' },
  { id: 'observability', number: '11', name: 'Observability' },
] as const;

export const StageSchema = z.enum(STAGES.map(({ id }) => id));
export type Stage = z.infer<typeof StageSchema>;

/** Formats of reports that are read. */
export const REPORT_FORMATS = [
  'junit',
  'lcov',
  'cobertura',
  'trivy',
  'grype',
  'sarif',
  'k6',
  'docker-image',
  'helm-chart',
  'jenkins-stages',
  'github-checks',
  'in-toto-test-result',
  'prometheus',
  'playbook',
] as const;

const CountSchema = z.int().nonnegative();

/** Tests as counted from their cases, never from a report's own totals. */
export const TestTotalsSchema = z.strictObject({
  passed: CountSchema,
  failed: CountSchema,
  /** Cases that ended in an error instead of a result. */
  errored: CountSchema,
  skipped: CountSchema,
  /** All cases together, in seconds; absent where the report does not say. */
  seconds: z.number().nonnegative().optional(),
});
export type TestTotals = z.infer<typeof TestTotalsSchema>;

/** How much of something tests reached. */
export const CoveredSchema = z.strictObject({ covered: CountSchema, total: CountSchema });

/** Coverage as counted from lines, not from a report's own totals. */
export const CoverageSchema = z.strictObject({
  lines: CoveredSchema,
  branches: CoveredSchema.optional(),
  functions: CoveredSchema.optional(),
});
export type Coverage = z.infer<typeof CoverageSchema>;

/** Severities, the worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'negligible', 'unknown'] as const;
export const SeveritySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof SeveritySchema>;

/** A vulnerability that a scanner found, or a finding of static analysis that has a severity. */
export const VulnerabilitySchema = z.strictObject({
  /** "CVE-2025-1234", "GHSA-…", or a rule's id. */
  id: z.string().min(1),
  severity: SeveritySchema,
  /** What has it: a package, or a file. */
  in: z.string().min(1),
  version: z.string().optional(),
  /** The version that mends it. */
  fixedIn: z.string().optional(),
});
export type Vulnerability = z.infer<typeof VulnerabilitySchema>;

/** A limit that a load test or a query was held against, and how it came out. */
export const ThresholdSchema = z.strictObject({
  metric: z.string().min(1),
  /** As the tool writes it: "p(95)<500". */
  limit: z.string().min(1),
  /** Null where the report does not say clearly: that is no pass. */
  met: z.boolean().nullable(),
});
export type Threshold = z.infer<typeof ThresholdSchema>;

/** An image as its builder or registry describes it. */
export const ImageSchema = z.strictObject({
  /** Digests that name it: the manifest's, where it was pushed. */
  digests: z.array(DigestSchema),
  /** The configuration's digest: what `docker image inspect` calls its id. */
  id: DigestSchema.optional(),
  /** In bytes. */
  size: CountSchema.optional(),
  createdAt: InstantSchema.optional(),
  /** "org.opencontainers.image.revision", where the image names it. */
  revision: z.string().optional(),
});
export type Image = z.infer<typeof ImageSchema>;

/** A part of a release that is not built here: Kafka by Strimzi, Redis. */
export const ChartDependencySchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  /** Where the chart is from; absent for one that lies beside it. */
  repository: z.string().optional(),
});

/** A Helm chart. */
export const ChartSchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  appVersion: z.string().optional(),
  dependencies: z.array(ChartDependencySchema).optional(),
});
export type Chart = z.infer<typeof ChartSchema>;

/** One step of a pipeline or one check, as the server that ran it tells. */
export const StepSchema = z.strictObject({
  name: z.string().min(1),
  result: z.enum(['passed', 'failed', 'skipped', 'running', 'unknown']),
  at: InstantSchema.optional(),
  seconds: z.number().nonnegative().optional(),
});
export type Step = z.infer<typeof StepSchema>;

/** What a report measured. */
export const MeasurementsSchema = z.strictObject({
  tests: TestTotalsSchema.optional(),
  coverage: CoverageSchema.optional(),
  vulnerabilities: z.array(VulnerabilitySchema).optional(),
  /** When the scanner's database of vulnerabilities was made; without it a scan proves nothing. */
  databaseAt: InstantSchema.optional(),
  thresholds: z.array(ThresholdSchema).optional(),
  image: ImageSchema.optional(),
  chart: ChartSchema.optional(),
  steps: z.array(StepSchema).optional(),
  /** The path that a playbook took: "linter", "kind", "cluster". */
  path: z.string().optional(),
  /** Further figures by name, as "http_req_duration.p95" in the tool's own unit. */
  figures: z.record(z.string(), z.number()).optional(),
});
export type Measurements = z.infer<typeof MeasurementsSchema>;

/** A report as it was given: its bytes are stored, never only linked. */
export const EvidenceSchema = z.strictObject({
  /** SHA-256 of its bytes; the file is `evidence/<hex>.<ext>` of the dossier. */
  digest: DigestSchema,
  /** The name that it was given with. */
  name: z.string().min(1),
  format: z.enum(REPORT_FORMATS),
  /** The tool that wrote it, as "trivy 0.58.1", where it says so. */
  tool: z.string().optional(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

/** Test cases that came and went since the product's previous release. */
export const CaseChangesSchema = z.strictObject({
  /** The release that it is compared with. */
  since: VersionSchema,
  added: z.array(z.string()),
  removed: z.array(z.string()),
});

/**
 * `content/ledger/<product>/releases/<version>/stages/<number>-<stage>[-<module>][-in-<environment>][-<attempt>].md`: what one attempt
 * at a stage measured, for which commit and digest. All attempts are kept; the latest full one counts.
 */
export const StageReportSchema = z.strictObject({
  schema: SchemaVersionSchema,
  product: SlugSchema,
  version: VersionSchema,
  stage: StageSchema,
  /** Absent for a stage of the whole release. */
  module: SlugSchema.optional(),
  /** Counted from 1. */
  attempt: z.int().positive(),
  /** False for a run of a part only: it never stands for the stage. */
  full: z.boolean(),
  /** What it ran on. At least one of the two is given, else the report proves nothing. */
  commit: ObjectIdSchema.optional(),
  digest: DigestSchema.optional(),
  /** The environment of a check after a deployment: it belongs to that deployment, and is no attempt at the stage. */
  environment: SlugSchema.optional(),
  /** When it ran, as the report or whoever filed it says. */
  ranAt: InstantSchema,
  /** When it was filed here. */
  filedAt: InstantSchema,
  /** Who filed it: a person of the roster or an account. */
  filedBy: z.string().min(1).optional(),
  /** The run on the build server. */
  url: WebAddressSchema.optional(),
  /** "unproven" where a report does not say clearly, is empty, or is of no commit and no digest. */
  result: z.enum(['passed', 'failed', 'unproven']),
  /** Why it is not passed: sentences for auditors. */
  reasons: z.array(z.string()).optional(),
  measured: MeasurementsSchema,
  cases: CaseChangesSchema.optional(),
  evidence: z.array(EvidenceSchema).min(1),
});
export type StageReport = z.infer<typeof StageReportSchema>;
export type StageReportInput = z.input<typeof StageReportSchema>;
