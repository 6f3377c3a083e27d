import type { DeploymentEvent, RecordedDeployment } from '../../history/deployments/timeline.ts';
import { deploymentPath } from '../paths.ts';

/** The name of a deployment's record, which its page has too: "20260203T113000Z-1.4.0". */
export function recordName({ path }: Pick<RecordedDeployment, 'path'>): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** The page of a deployment. */
export function deploymentHref(record: RecordedDeployment): string {
  const { product, environment } = record.data;
  return deploymentPath(product, environment, recordName(record));
}

/** The same, of a deployment in its place. */
export function eventHref({ record }: DeploymentEvent): string {
  return deploymentHref(record);
}
