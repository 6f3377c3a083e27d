import type { RecordedDeployment } from '../../history/deployments/timeline.ts';
import type { Policy } from '../../records/index.ts';
import { deploymentHref } from '../deployments/deployment-links.ts';
import { DEPLOYMENT_MARKS } from '../deployments/deployment-marks.ts';
import { environmentName } from '../deployments/environment-now.ts';
import { PERSON_PAGE } from '../people-texts.ts';
import type { Act } from './act.ts';
import { actorsOf } from './actor.ts';

/** Who deployed, and who decided to roll back. */
export function deploymentActs(deployments: readonly RecordedDeployment[], policy: Policy): Act[] {
  const actors = actorsOf(policy);
  const names = new Map(policy.environments.map((each) => [each.id, environmentName(each)]));
  return deployments.flatMap((deployment) => {
    const { kind, outcome, environment, at, version, by, rollback } = deployment.data;
    const people = new Set([by, rollback?.decidedBy].filter((name) => name !== undefined));
    return [...people].map((name) => ({
      key: `deployed ${deployment.path} ${name}`,
      ...{ who: actors.ofName(name), kind: 'deployed', at, version },
      on: PERSON_PAGE.deployment(names.get(environment) ?? environment),
      href: deploymentHref(deployment),
      marks: [DEPLOYMENT_MARKS[kind][outcome]],
      conflict: null,
    }));
  });
}
