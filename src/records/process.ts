import { z } from 'zod';
import { StageSchema } from './stage-report.ts';
import { DaySchema, InstantSchema, SlugSchema, VersionSchema } from './values.ts';

/** Kinds of releases, as the product's version scheme tells them. */
export const RELEASE_KINDS = ['major', 'minor', 'patch', 'prerelease', 'emergency'] as const;
export const ReleaseKindSchema = z.enum(RELEASE_KINDS);
export type ReleaseKind = z.infer<typeof ReleaseKindSchema>;

/** Names of controls, as waivers and emergencies call them. */
export const CONTROL_IDS = [
  'stages',
  'gates',
  'approvals',
  'independence',
  'bound-votes',
  'traceable',
  'approved-scope',
  'version-bump',
  'branch-and-tag',
  'promotion',
  'evidence-bound',
  'checklists',
  'recovery-plan',
  'notes-ready',
  'blessed-only',
  'deploy-order',
  'freeze',
  'emergency',
] as const;
export const ControlIdSchema = z.enum(CONTROL_IDS);
export type ControlId = z.infer<typeof ControlIdSchema>;

/** Somebody whose GO a release needs. */
export const RoleSchema = z.strictObject({
  id: SlugSchema,
  /** As people call it. */
  name: z.string().min(1),
  /** "release": one vote for all of it; "module": one for each module that moved. */
  each: z.enum(['release', 'module']).default('release'),
  /** How many different people have to say GO. */
  votes: z.int().positive().default(1),
  /** One NO-GO of this role cannot be outvoted. */
  veto: z.boolean().default(false),
  /** Kinds of releases that need it. */
  for: z
    .array(ReleaseKindSchema)
    .min(1)
    .default([...RELEASE_KINDS]),
});
export type Role = z.infer<typeof RoleSchema>;

/** Where an account is. "git" is the author of the commit that holds a vote. */
export const ACCOUNT_PLACES = ['github', 'slack', 'git'] as const;

/** One account of a person. */
export const RosterAccountSchema = z.strictObject({
  on: z.enum(ACCOUNT_PLACES),
  /** The login on GitHub, the user's id in Slack ("U012ABC"), the name in git. */
  id: z.string().min(1),
});

/** When somebody holds a role: from the first day to the last, both included, in the product's zone. */
export const HeldRoleSchema = z.strictObject({
  role: SlugSchema,
  /** The module that a module's role is of; absent for all of them. */
  module: SlugSchema.optional(),
  from: DaySchema,
  until: DaySchema.optional(),
});

/** A person, with all accounts: whoever has two is still one. */
export const RosterEntrySchema = z.strictObject({
  person: SlugSchema,
  accounts: z.array(RosterAccountSchema).min(1),
  roles: z.array(HeldRoleSchema).default([]),
});
export type RosterEntry = z.infer<typeof RosterEntrySchema>;

/** How a metric is compared with its limit. */
export const OPERATORS = ['>=', '>', '<=', '<', '='] as const;

/**
 * A limit that a release must keep. The metric is a figure of a stage report: "coverage.lines" (percent),
 * "tests.failed", "vulnerabilities.critical", "thresholds.missed", or the name of a figure of its own.
 */
export const GateSchema = z.strictObject({
  id: SlugSchema,
  stage: StageSchema,
  metric: z.string().min(1),
  operator: z.enum(OPERATORS),
  limit: z.number(),
  /** The module that it is held against; absent for each module that has the stage. */
  module: SlugSchema.optional(),
  /** What it guards: the release as a whole, or the word "beta" or "stable" on a feature. */
  guards: z.enum(['blessing', 'beta', 'stable']).default('blessing'),
  /** The feature, for a gate that guards a word on one. */
  feature: SlugSchema.optional(),
  /** The person who answers for it. */
  manager: SlugSchema.optional(),
  /** Why this limit: for auditors. */
  because: z.string().min(1).optional(),
});
export type Gate = z.infer<typeof GateSchema>;

/** A time of day in the product's zone, as "16:00". */
const TimeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as "16:00"');

/** Days of the week on which releases are made. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When a product is released, in its own zone. */
export const CadenceSchema = z.strictObject({
  /** "asap", or on days at a time. */
  rhythm: z.enum(['asap', 'days']).default('asap'),
  days: z.array(z.enum(WEEKDAYS)).min(1).optional(),
  /** Votes that come later are late. */
  decision: TimeOfDaySchema.optional(),
  release: TimeOfDaySchema.optional(),
});

/** A time in which nothing is released. */
export const FreezeSchema = z.strictObject({
  from: InstantSchema,
  until: InstantSchema,
  because: z.string().min(1),
  /** Kinds of releases that may go out all the same. */
  except: z.array(ReleaseKindSchema).default(['emergency']),
});

/** What an emergency may do: ship first and collect votes later, but not for ever. */
export const EmergencySchema = z.strictObject({
  /** Hours after the release within which its votes have to be there. */
  votesWithin: z.number().positive().default(48),
  /** Stages that it needs all the same. */
  stages: z.array(StageSchema).default(['build', 'unit-tests', 'push']),
});

/** Where votes are read besides reviews and the command. */
export const VotingSchema = z.strictObject({
  /** The Slack channel's name, without "#". */
  slackChannel: z.string().min(1).optional(),
});

/** Where a product runs. The policy lists them in the order in which a release passes them, production last. */
export const EnvironmentSchema = z.strictObject({
  id: SlugSchema,
  /** As people call it. */
  name: z.string().min(1).optional(),
  /** Customers use it: what is rolled back here is withdrawn from the notes, and metrics of delivery count it. */
  production: z.boolean().default(false),
  /** Only blessed releases may run here; where it is not said, in production. */
  blessedOnly: z.boolean().optional(),
  /** Names of Helm's releases in it, with the module that each deploys. */
  helm: z
    .array(z.strictObject({ release: z.string().min(1), module: SlugSchema }))
    .min(1)
    .optional(),
  /** Argo CD's applications in it, with the module that each deploys. */
  argocd: z
    .array(z.strictObject({ application: z.string().min(1), module: SlugSchema }))
    .min(1)
    .optional(),
  /** The environment's name on GitHub; its own id where it is not said. */
  github: z.string().min(1).optional(),
});
export type Environment = z.infer<typeof EnvironmentSchema>;

/** Whether only blessed releases may run in an environment. */
export function isBlessedOnly({ blessedOnly, production }: Environment): boolean {
  return blessedOnly ?? production;
}

/** What one module needs of another. */
export const ModuleDependencySchema = z.strictObject({
  module: SlugSchema,
  /** The lowest version of the other that it works with. */
  atLeast: VersionSchema.optional(),
  /** The version of this module from which on it does; all of them where it is not said. */
  since: VersionSchema.optional(),
});
export type ModuleDependency = z.infer<typeof ModuleDependencySchema>;
