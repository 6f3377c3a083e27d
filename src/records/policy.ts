import { z } from 'zod';
import { contradictions } from './policy-contradictions.ts';
import {
  CadenceSchema,
  EmergencySchema,
  EnvironmentSchema,
  FreezeSchema,
  GateSchema,
  ModuleDependencySchema,
  RELEASE_KINDS,
  RoleSchema,
  RosterEntrySchema,
  VotingSchema,
} from './process.ts';
import { RepositoryNameSchema } from './pull-request.ts';
import { type Section, SectionSchema } from './sections.ts';
import { StageSchema } from './stage-report.ts';
import { SchemaVersionSchema, SlugSchema, TimeZoneSchema } from './values.ts';

/** A tag pattern: the tag's name with `{version}` in the place of the version, as "v{version}". */
export const TagPatternSchema = z
  .string()
  .refine(
    (pattern) => pattern.split('{version}').length === 2,
    'expected "{version}" once, as in "v{version}"',
  );

/** One module of a product and where its history is. */
export const ModuleSchema = z.strictObject({
  id: SlugSchema,
  /** The local clone, absolute or relative to the content folder, or an address that is fetched. */
  repository: z.string().min(1),
  /** Its repository on GitHub, as "openebs/openebs"; where it is not said, the clone's own "origin" tells. */
  github: RepositoryNameSchema.optional(),
  /** The folder of the repository that belongs to the module; without it, all of it. */
  path: z
    .string()
    .regex(/^(?![./])(?!.*\/\.{0,2}(\/|$)).+$/, 'expected a folder of the repository, as "charts/cstor"')
    .optional(),
  /** The branch that releases are cut from. */
  branch: z.string().min(1).optional(),
  /** The branch that is promoted to it; its pull requests are changes, the promotion itself is none. */
  staging: z.string().min(1).optional(),
  /** Tag patterns, the newest first. */
  tags: z.array(TagPatternSchema).min(1),
  /**
   * The folder of the Helm chart whose `Chart.yaml` and `Chart.lock` name the other modules' versions and the
   * third-party parts (lead module only).
   */
  chart: z.string().min(1).optional(),
  /** Modules that have to be there before it; deployments follow this order. */
  dependsOn: z.array(ModuleDependencySchema).min(1).optional(),
});
export type Module = z.infer<typeof ModuleSchema>;

/** A rule that keeps changes out of the notes. At least one condition is given; all of them must match. */
export const ExclusionSchema = z
  .strictObject({
    /** Conventional Commits type. */
    kind: z.string().min(1).optional(),
    /** A regular expression on the first line of the message, before anything is taken off it. */
    subject: z.string().refine(isRegularExpression, 'expected a regular expression').optional(),
    /** A label of the pull request, whatever its case. */
    label: z.string().min(1).optional(),
    /** Shown to auditors for each change that is left out. */
    reason: z.string().min(1),
  })
  .refine(
    ({ kind, subject, label }) => kind !== undefined || subject !== undefined || label !== undefined,
    'expected "kind", "subject" or "label"',
  );

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Conventional Commits types and the section of the note that their changes stand in. */
export const DEFAULT_SECTIONS = {
  feat: 'added',
  fix: 'fixed',
  perf: 'changed',
  revert: 'changed',
  deps: 'dependencies',
  refactor: 'maintenance',
  docs: 'maintenance',
  test: 'maintenance',
  build: 'maintenance',
  ci: 'maintenance',
  style: 'maintenance',
  chore: 'maintenance',
  other: 'changed',
} as const;

/** Labels that usually tell the section, in lower case. Several on one pull request: the most urgent section. */
export const DEFAULT_LABELS: Readonly<Record<string, Section>> = {
  'breaking-change': 'action',
  'breaking change': 'action',
  breaking: 'action',
  'action required': 'action',
  'release-note-action-required': 'action',
  security: 'security',
  deprecation: 'deprecated',
  'kind/deprecation': 'deprecated',
  feature: 'added',
  enhancement: 'added',
  'kind/feature': 'added',
  bug: 'fixed',
  bugfix: 'fixed',
  regression: 'fixed',
  'kind/bug': 'fixed',
  'kind/regression': 'fixed',
  dependencies: 'dependencies',
  documentation: 'maintenance',
  'kind/documentation': 'maintenance',
  'kind/cleanup': 'maintenance',
};

/** Labels with which people keep a pull request out of notes everywhere, in lower case. */
export const USUAL_EXCLUSION_LABELS: readonly string[] = [
  'ignore-for-release',
  'release-note-none',
  'skip-changelog',
  'no-changelog',
];

/** Stages that a release needs, by its kind; "default" for kinds that are not named. */
const RequiredStagesSchema = z.partialRecord(z.enum(['default', ...RELEASE_KINDS]), z.array(StageSchema));

/** `content/ledger/<product>/policy.md`: how the product is harvested and judged. The body says why. */
export const PolicySchema = z
  .strictObject({
    schema: SchemaVersionSchema,
    product: SlugSchema,
    /** The zone in which the product's times are shown. Records are in UTC. */
    timeZone: TimeZoneSchema.default('UTC'),
    /** "semver", or "major-minor": 1.1 is a major release, 1.2.1 a minor one. */
    versioning: z.enum(['semver', 'major-minor']).default('semver'),
    /** The module whose tags are the product's releases; the first one where it is not said. */
    lead: SlugSchema.optional(),
    modules: z.array(ModuleSchema).min(1),
    /** Section by Conventional Commits type, on top of the usual ones. */
    sections: z.record(z.string(), SectionSchema).default({}),
    /** Section by label, on top of the usual ones; null takes a usual one's meaning away. */
    labels: z.record(z.string(), SectionSchema.nullable()).default({}),
    exclude: z.array(ExclusionSchema).default([]),
    cadence: CadenceSchema.prefault({}),
    roles: z.array(RoleSchema).default([]),
    roster: z.array(RosterEntrySchema).default([]),
    stages: RequiredStagesSchema.default({}),
    gates: z.array(GateSchema).default([]),
    voting: VotingSchema.prefault({}),
    freezes: z.array(FreezeSchema).default([]),
    /** Where it runs, in the order in which a release passes them. */
    environments: z.array(EnvironmentSchema).default([]),
    /** Minutes by which two sources may differ on when one deployment began. */
    deploymentTolerance: z.number().positive().default(15),
    emergency: EmergencySchema.prefault({}),
    /** Branches that releases are cut from, with `{version}`, `{major}` and `{minor}`, as "release-{major}.{minor}". */
    releaseBranches: z.array(z.string().min(1)).default([]),
    /** Release tags have to be tag objects with a message. */
    annotatedTags: z.boolean().default(true),
    /** Items of each role's checklist, as `ledger open` writes them. */
    checklists: z.record(SlugSchema, z.array(z.string().min(1)).min(1)).default({}),
    /** Labels that name a feature, as "feature/{feature}". */
    featureLabel: z.string().includes('{feature}').default('feature/{feature}'),
  })
  .superRefine((policy, context) => {
    for (const { path, message } of contradictions(policy))
      context.addIssue({ code: 'custom', path, message });
  });
export type Policy = z.infer<typeof PolicySchema>;
export type PolicyInput = z.input<typeof PolicySchema>;

/** The module whose tags are the product's releases. */
export function leadOf(policy: Policy): Module {
  const lead = policy.modules.find((module) => module.id === policy.lead) ?? policy.modules[0];
  if (lead === undefined) throw new Error('a policy has at least one module');
  return lead;
}
