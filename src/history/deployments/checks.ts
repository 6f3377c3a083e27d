import type { StageReport } from '../../records/index.ts';
import type { DeploymentEvent } from './timeline.ts';

/** A check that ran after a deployment, and the record that shows it. */
export interface DeploymentCheck {
  data: StageReport;
  path: string;
}

/**
 * The checks of a deployment: reports of its release that ran in its environment from when it began until the next
 * deployment there began. `next` is null for the last one.
 */
export function checksAfter(
  { record, began }: DeploymentEvent,
  next: DeploymentEvent | null,
  reports: readonly DeploymentCheck[],
): DeploymentCheck[] {
  const until = next?.began ?? Number.POSITIVE_INFINITY;
  return reports.filter(({ data }) => {
    const ranAt = Date.parse(data.ranAt);
    return (
      data.environment === record.data.environment &&
      data.version === record.data.version &&
      ranAt >= began &&
      ranAt < until
    );
  });
}
