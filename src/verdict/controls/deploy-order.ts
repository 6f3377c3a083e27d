import { orderFindings } from '../../history/deployments/deploy-order.ts';
import { deploymentTimeline, type RecordedDeployment } from '../../history/deployments/timeline.ts';
import { ISO_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { deployedPlace, guardedDeployments, notDeployed } from '../guarded-deployments.ts';

/** Whatever depends on something else comes after it. */
export const deployOrder: Control = {
  id: 'deploy-order',
  sentence:
    'Where only blessed releases may run, modules were deployed after those that they depend on, and none was left with less than it needs.',
  comesAfter: true,
  clauses: [SOC_2_CHANGES, ISO_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const judged = guardedDeployments(dossier);
  if (judged.length === 0)
    return finding([], [notDeployed(dossier, 'in which order its modules came is not known')], []);
  const failures = judged.flatMap((each) => findingsOf(each, dossier));
  const isOrdered = dossier.policy.data.modules.some(({ dependsOn }) => dependsOn !== undefined);
  const passed = isOrdered ? 'each module came after what it needs' : 'no module depends on another';
  return finding(
    failures,
    [],
    judged.map((each) => ({ text: `${deployedPlace(each)}: ${passed}`, record: each.path })),
  );
}

function findingsOf(deployment: RecordedDeployment, { deployments, policy }: Dossier): Reason[] {
  const there = deployments.filter(({ data }) => data.environment === deployment.data.environment);
  const timeline = deploymentTimeline(there, policy.data.deploymentTolerance);
  const event = timeline.find(({ record }) => record.path === deployment.path);
  if (event === undefined) return [];
  return orderFindings(event, timeline, policy.data).map(({ text, record }) => ({
    text: `${deployedPlace(deployment)}: ${text}`,
    record,
  }));
}
