import { z } from 'zod';

const CountSchema = z.int().nonnegative();

const DurationSchema = z.looseObject({ start: z.string().optional(), end: z.string().optional() });

/** How one host fared at one task; of a task's own results only these words count. */
const HostResultSchema = z.looseObject({
  failed: z.boolean().optional(),
  skipped: z.boolean().optional(),
  unreachable: z.boolean().optional(),
});

const TaskSchema = z.looseObject({
  task: z.looseObject({ name: z.string().optional() }),
  hosts: z.record(z.string(), HostResultSchema),
});

const PlaySchema = z.looseObject({
  play: z.looseObject({
    name: z.string().optional(),
    path: z.string().optional(),
    duration: DurationSchema.optional(),
  }),
  tasks: z.array(TaskSchema),
});

/** A host's sums. Ansible before 2.8 does not know `rescued` and `ignored`. */
const StatsSchema = z.looseObject({
  ok: CountSchema,
  failures: CountSchema,
  unreachable: CountSchema,
  rescued: CountSchema.optional(),
  ignored: CountSchema.optional(),
});
export type HostStats = z.infer<typeof StatsSchema>;

/** What the callback `ansible.posix.json` (earlier `json`) prints: all plays, tasks and hosts, then sums of each host. */
export const AnsibleRunSchema = z.looseObject({
  plays: z.array(PlaySchema),
  stats: z.record(z.string(), StatsSchema),
  /** Set by the module `set_stats`, for all hosts together. */
  global_custom_stats: z.record(z.string(), z.unknown()).optional(),
});
export type AnsibleRun = z.infer<typeof AnsibleRunSchema>;
