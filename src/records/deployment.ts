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

/** What was done: a release put in place, an earlier one put back, or an environment spawned anew. */
export const DEPLOYMENT_KINDS = ['deploy', 'rollback', 'migrate'] as const;
export type DeploymentKind = (typeof DEPLOYMENT_KINDS)[number];

/** How it ended. "unknown" where the source does not say: that is no success. */
export const DEPLOYMENT_OUTCOMES = ['succeeded', 'failed', 'running', 'unknown'] as const;
export const DeploymentOutcomeSchema = z.enum(DEPLOYMENT_OUTCOMES);
export type DeploymentOutcome = z.infer<typeof DeploymentOutcomeSchema>;

/** One module as it was deployed. */
export const DeployedModuleSchema = z.strictObject({
  id: SlugSchema,
  version: VersionSchema,
  /** The image that runs, as the registry names it. */
  digest: DigestSchema.optional(),
  /** The chart's version, as Helm and its registry know it. */
  chart: z.string().min(1).optional(),
  /** Helm's number of it, counted from 1 in each release of Helm's. */
  revision: z.int().positive().optional(),
  commit: ObjectIdSchema.optional(),
});
export type DeployedModule = z.infer<typeof DeployedModuleSchema>;

/** One step of a progressive rollout. */
export const RolloutStepSchema = z.strictObject({
  at: InstantSchema,
  /** Percent of the traffic, or of the instances, that the new release has from then on. */
  weight: z.number().min(0).max(100),
});
export type RolloutStep = z.infer<typeof RolloutStepSchema>;

/** A file that told of a deployment: its name and the digest of its bytes, which are kept as evidence. */
const TOLD_BY = { file: z.string().min(1), digest: DigestSchema };
/** What every source says of itself, so that sources that disagree can be held against each other. */
const SAID = {
  /** When it began, by the source's own clock. */
  at: InstantSchema,
  finishedAt: InstantSchema.optional(),
  outcome: DeploymentOutcomeSchema,
};

/** Where a deployment is known from. The same deployment from several sources is one record. */
export const DeploymentSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    ...SAID,
    /** Who the machine says ran it: git's user, or the account of the build. */
    ranBy: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('helm'),
    ...SAID,
    /** The name of Helm's release in the cluster. */
    release: z.string().min(1),
    revision: z.int().positive(),
    /** The revision that it was rolled back to. */
    rolledBackTo: z.int().positive().optional(),
    ...TOLD_BY,
  }),
  z.strictObject({
    kind: z.literal('github'),
    ...SAID,
    /** The platform's own number of the deployment. */
    id: z.int().positive(),
    url: WebAddressSchema.optional(),
    repository: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('argocd'),
    ...SAID,
    application: z.string().min(1),
    /** The number in the application's history, counted from 0. */
    id: z.int().nonnegative(),
    ...TOLD_BY,
  }),
]);
export type DeploymentSource = z.infer<typeof DeploymentSourceSchema>;

/** What made people or machines roll back. */
export const RollbackTriggerSchema = z.strictObject({
  kind: z.enum(['metric', 'incident', 'person']),
  /** The metric and its value, the incident, or who asked. */
  what: z.string().min(1),
});

/** What is known of a rollback beside what runs now. The reason is the record's body. */
export const RollbackSchema = z.strictObject({
  /** The release that was taken away; null where the source does not know it any more. */
  from: VersionSchema.nullable(),
  trigger: RollbackTriggerSchema.optional(),
  /** The person of the roster who decided. */
  decidedBy: z.string().min(1).optional(),
  /** When somebody or something noticed. */
  detectedAt: InstantSchema.optional(),
  /** When customers had what they had before. */
  restoredAt: InstantSchema.optional(),
  incident: WebAddressSchema.optional(),
  /** What became of data that was written in between. */
  data: z.string().min(1).optional(),
  /** The release itself was at fault: nobody should deploy it again. Absent where nobody said. */
  bad: z.boolean().optional(),
});
export type Rollback = z.infer<typeof RollbackSchema>;

/** What an environment that was spawned anew took the place of. */
export const MigrationSchema = z.strictObject({
  /** The name of the cluster or the instance before. */
  from: z.string().min(1),
  /** The name of the new one. */
  to: z.string().min(1),
  /** Until when the old one stays, to go back to. Absent where it is gone. */
  keptUntil: InstantSchema.optional(),
});
export type Migration = z.infer<typeof MigrationSchema>;

/** What the ledger said of the release when the deployment was filed. */
export const VerdictThenSchema = z.strictObject({
  verdict: z.enum(['blessed', 'not-blessed', 'unproven']),
  /** Digest of the policy that it was judged under. */
  policy: DigestSchema,
});

/**
 * `content/ledger/<product>/deployments/<environment>/<time>-<version>.md`: one event in an environment. The body
 * says why, for a rollback, and whatever else somebody wants to be known.
 */
export const DeploymentSchema = z
  .strictObject({
    schema: SchemaVersionSchema,
    product: SlugSchema,
    /** The environment of the policy: OpenTelemetry's `deployment.environment.name`. */
    environment: SlugSchema,
    kind: z.enum(DEPLOYMENT_KINDS),
    /** The product's release that runs from then on, where it succeeded. */
    version: VersionSchema,
    /** What told the version: a sentence for auditors. */
    versionFrom: z.string().min(1).optional(),
    /** When it began. */
    at: InstantSchema,
    finishedAt: InstantSchema.optional(),
    outcome: DeploymentOutcomeSchema,
    /** Only the modules below changed; the others stay as they are. Else these are all that runs. */
    part: z.literal(true).optional(),
    modules: z.array(DeployedModuleSchema).min(1),
    /** Who deployed: a person of the roster or an account. */
    by: z.string().min(1).optional(),
    rollout: z.array(RolloutStepSchema).optional(),
    rollback: RollbackSchema.optional(),
    migration: MigrationSchema.optional(),
    /** The run that deployed. */
    url: WebAddressSchema.optional(),
    filedAt: InstantSchema,
    verdictThen: VerdictThenSchema.optional(),
    sources: z.array(DeploymentSourceSchema).min(1),
  })
  .superRefine((deployment, context) => {
    for (const [field, message] of deploymentFaults(deployment))
      context.addIssue({ code: 'custom', path: [field], message });
  });
export type Deployment = z.infer<typeof DeploymentSchema>;
export type DeploymentInput = z.input<typeof DeploymentSchema>;

interface Contradicting {
  kind: DeploymentKind;
  at: string;
  finishedAt?: string | undefined;
  modules: readonly DeployedModule[];
  rollback?: Rollback | undefined;
  migration?: Migration | undefined;
}

function deploymentFaults(deployment: Contradicting): [field: string, message: string][] {
  const { kind, at, finishedAt, modules, rollback, migration } = deployment;
  const ids = modules.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return [
    ...onlyFor('rollback', kind, rollback !== undefined),
    ...onlyFor('migration', kind === 'migrate' ? 'migration' : kind, migration !== undefined),
    ...(finishedAt !== undefined && finishedAt < at ? [pair('finishedAt', 'it ends before it begins')] : []),
    ...(twice === undefined ? [] : [pair('modules', `the module "${twice}" stands in it twice`)]),
  ];
}

function onlyFor(field: string, kind: string, isThere: boolean): [string, string][] {
  if (kind === field) return isThere ? [] : [pair(field, `a ${field} says what it took the place of`)];
  return isThere ? [pair(field, `only a ${field} has it`)] : [];
}

function pair(field: string, message: string): [string, string] {
  return [field, message];
}
