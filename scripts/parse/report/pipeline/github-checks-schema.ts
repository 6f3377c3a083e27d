import { z } from 'zod';
import { OptionalTextSchema } from '../report-values.ts';

const CountSchema = z.int().nonnegative();

const CheckRunSchema = z.object({
  id: z.number().nullish(),
  name: z.string(),
  head_sha: OptionalTextSchema,
  status: OptionalTextSchema,
  conclusion: OptionalTextSchema,
  started_at: OptionalTextSchema,
  completed_at: OptionalTextSchema,
  run_attempt: CountSchema.nullish(),
});

/** `gh run view --json jobs` has names of its own. */
const CommandLineJobSchema = z.object({
  name: z.string(),
  status: OptionalTextSchema,
  conclusion: OptionalTextSchema,
  startedAt: OptionalTextSchema,
  completedAt: OptionalTextSchema,
});

/** GitHub REST, "List check runs for a Git reference". */
export const CheckRunsSchema = z
  .object({ total_count: CountSchema, check_runs: z.array(CheckRunSchema) })
  .transform((page): Page => ({ total: page.total_count, checks: page.check_runs.map(ofRest) }));

/** GitHub REST, "List jobs for a workflow run". */
export const JobsSchema = z
  .object({ total_count: CountSchema, jobs: z.array(CheckRunSchema) })
  .transform((page): Page => ({ total: page.total_count, checks: page.jobs.map(ofRest) }));

/** GitHub's command line, `gh run view --json jobs[,headSha,…]`. */
export const CommandLineSchema = z.object({
  headSha: OptionalTextSchema,
  jobs: z.array(CommandLineJobSchema),
});

/** A check or a job, whatever form it came in. */
export interface Check {
  id: number | undefined;
  name: string;
  commit: string | undefined;
  attempt: number | undefined;
  status: string | undefined;
  conclusion: string | undefined;
  startedAt: string | undefined;
  completedAt: string | undefined;
}

/** One page of an answer. */
export interface Page {
  /** Of all pages together. */
  total: number;
  checks: Check[];
}

function ofRest(run: z.infer<typeof CheckRunSchema>): Check {
  const {
    name,
    head_sha: commit,
    status,
    conclusion,
    started_at: startedAt,
    completed_at: completedAt,
  } = run;
  return {
    id: run.id ?? undefined,
    name,
    commit,
    attempt: run.run_attempt ?? undefined,
    status,
    conclusion,
    startedAt,
    completedAt,
  };
}

/** The jobs that GitHub's command line lists; it names their commit only where it is asked to. */
export function ofCommandLine({ headSha, jobs }: z.infer<typeof CommandLineSchema>): Check[] {
  return jobs.map((job) => ({ ...job, id: undefined, commit: headSha, attempt: undefined }));
}
