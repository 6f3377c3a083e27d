import { z } from 'zod';
import { listOf, OptionalTextSchema } from '../report-values.ts';

const LEVELS = ['none', 'note', 'warning', 'error'] as const;
const LevelSchema = z.enum(LEVELS).nullish();
export type SarifLevel = (typeof LEVELS)[number];

/** A property bag; of it only the severity that security tools put there is read: a number, often as text. */
const PropertiesSchema = z
  .object({ 'security-severity': z.union([z.string(), z.number()]).nullish() })
  .nullish();

const RuleSchema = z.object({
  id: OptionalTextSchema,
  guid: OptionalTextSchema,
  defaultConfiguration: z.object({ level: LevelSchema }).nullish(),
  properties: PropertiesSchema,
});
export type SarifRule = z.infer<typeof RuleSchema>;

const ComponentSchema = z.object({
  name: z.string(),
  version: OptionalTextSchema,
  semanticVersion: OptionalTextSchema,
  guid: OptionalTextSchema,
  rules: listOf(RuleSchema),
});

const IndexSchema = z.int().min(-1).nullish();

const RuleReferenceSchema = z.object({
  id: OptionalTextSchema,
  guid: OptionalTextSchema,
  index: IndexSchema,
  toolComponent: z
    .object({ name: OptionalTextSchema, guid: OptionalTextSchema, index: IndexSchema })
    .nullish(),
});

const ArtifactSchema = z.object({ uri: OptionalTextSchema, index: IndexSchema });

const LocationSchema = z.object({
  physicalLocation: z.object({ artifactLocation: ArtifactSchema.nullish() }).nullish(),
  logicalLocations: listOf(z.object({ fullyQualifiedName: OptionalTextSchema, name: OptionalTextSchema })),
});

const ResultSchema = z.object({
  ruleId: OptionalTextSchema,
  ruleIndex: IndexSchema,
  rule: RuleReferenceSchema.nullish(),
  kind: OptionalTextSchema,
  level: LevelSchema,
  baselineState: OptionalTextSchema,
  suppressions: listOf(z.object({ status: OptionalTextSchema })),
  locations: listOf(LocationSchema),
  properties: PropertiesSchema,
});
export type SarifResult = z.infer<typeof ResultSchema>;

const NotificationSchema = z.object({
  level: LevelSchema,
  message: z.object({ text: OptionalTextSchema }).nullish(),
});

const InvocationSchema = z.object({
  executionSuccessful: z.boolean().nullish(),
  startTimeUtc: OptionalTextSchema,
  endTimeUtc: OptionalTextSchema,
  toolExecutionNotifications: listOf(NotificationSchema),
  toolConfigurationNotifications: listOf(NotificationSchema),
});

/** Where Trivy's and others' SARIF names the image. */
const RunPropertiesSchema = z
  .object({ repoDigests: z.array(z.string()).optional().catch(undefined) })
  .nullish();

const RunSchema = z.object({
  tool: z.object({ driver: ComponentSchema, extensions: listOf(ComponentSchema) }),
  /** Absent where the run did not look for results at all. */
  results: z.array(ResultSchema).nullish(),
  artifacts: listOf(z.object({ location: z.object({ uri: OptionalTextSchema }).nullish() })),
  invocations: listOf(InvocationSchema),
  versionControlProvenance: listOf(z.object({ revisionId: OptionalTextSchema })),
  externalPropertyFileReferences: z.object({ results: listOf(z.unknown()) }).nullish(),
  properties: RunPropertiesSchema,
});
export type SarifRun = z.infer<typeof RunSchema>;

/** SARIF 2.1.0 (OASIS, sarif-v2.1.0-os), as far as it is read. */
export const SarifLogSchema = z.object({
  version: z.literal('2.1.0', { error: ({ input }) => `version ${input} of SARIF is not read, only 2.1.0` }),
  runs: listOf(RunSchema),
});
export type SarifLog = z.infer<typeof SarifLogSchema>;
