import { z } from 'zod';
import { SectionSchema } from './sections.ts';
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
  /** The local clone, absolute or relative to the content folder. */
  repository: z.string().min(1),
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
  /** The folder of the Helm chart whose `Chart.yaml` names the other modules' versions (lead module only). */
  chart: z.string().min(1).optional(),
});
export type Module = z.infer<typeof ModuleSchema>;

/** A rule that keeps changes out of the notes. At least one of `kind` and `subject` is given; both must match. */
export const ExclusionSchema = z
  .strictObject({
    /** Conventional Commits type. */
    kind: z.string().min(1).optional(),
    /** A regular expression on the first line of the message, before anything is taken off it. */
    subject: z.string().refine(isRegularExpression, 'expected a regular expression').optional(),
    /** Shown to auditors for each change that is left out. */
    reason: z.string().min(1),
  })
  .refine((rule) => rule.kind !== undefined || rule.subject !== undefined, 'expected "kind" or "subject"');

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
    exclude: z.array(ExclusionSchema).default([]),
  })
  .superRefine((policy, context) => {
    const ids = policy.modules.map((module) => module.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['modules'], message: `two modules are called "${twice}"` });
    if (policy.lead !== undefined && !ids.includes(policy.lead))
      context.addIssue({ code: 'custom', path: ['lead'], message: `no module is called "${policy.lead}"` });
  });
export type Policy = z.infer<typeof PolicySchema>;
export type PolicyInput = z.input<typeof PolicySchema>;

/** The module whose tags are the product's releases. */
export function leadOf(policy: Policy): Module {
  const lead = policy.modules.find((module) => module.id === policy.lead) ?? policy.modules[0];
  if (lead === undefined) throw new Error('a policy has at least one module');
  return lead;
}
