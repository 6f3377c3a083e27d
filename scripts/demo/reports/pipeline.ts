import { milliseconds, minutesAfter, zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';

/** One step of a pipeline. */
export interface PipelineStep {
  name: string;
  minutes: number;
  failed?: boolean;
}

/** A run's stage view of Jenkins (`/wfapi/describe`). */
export function jenkins(run: number, steps: readonly PipelineStep[], at: string): ReportText {
  const began = startsOf(steps, at);
  const failed = steps.some((step) => step.failed);
  return jsonReport('stage-view.json', {
    id: String(run),
    name: `#${run}`,
    status: failed ? 'FAILED' : 'SUCCESS',
    startTimeMillis: milliseconds(at),
    durationMillis: total(steps) * 60_000,
    stages: steps.map(({ name, minutes, failed: isBad }, index) => ({
      id: String(index + 6),
      name,
      status: isBad ? 'FAILED' : 'SUCCESS',
      startTimeMillis: milliseconds(began[index] ?? at),
      durationMillis: minutes * 60_000,
    })),
  });
}

/** GitHub's check runs of a commit, as its REST interface answers. */
export function githubChecks(commit: string, steps: readonly PipelineStep[], at: string): ReportText {
  const began = startsOf(steps, at);
  return jsonReport('check-runs.json', {
    total_count: steps.length,
    check_runs: steps.map(({ name, minutes, failed }, index) => ({
      id: 7_100_000 + index,
      name,
      head_sha: commit,
      status: 'completed',
      conclusion: failed ? 'failure' : 'success',
      started_at: zulu(began[index] ?? at),
      completed_at: zulu(minutesAfter(began[index] ?? at, minutes)),
    })),
  });
}

function startsOf(steps: readonly PipelineStep[], at: string): string[] {
  return steps.map((_, index) => minutesAfter(at, total(steps.slice(0, index))));
}

function total(steps: readonly PipelineStep[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}
