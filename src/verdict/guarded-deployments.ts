import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import { type Environment, isBlessedOnly } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Dossier } from './dossier.ts';

/**
 * A release's deployments to environments in which only blessed releases may run. An environment that the policy does
 * not know any more may have been any: it is held to the rule.
 */
export function guardedDeployments({ version, policy, deployments }: Dossier): RecordedDeployment[] {
  const known = new Map(policy.data.environments.map((each): [string, Environment] => [each.id, each]));
  return deployments.filter(({ data }) => {
    const environment = known.get(data.environment);
    return data.version === version && (environment === undefined || isBlessedOnly(environment));
  });
}

/** Why nothing can be judged of a release that was not deployed where it matters. */
export function notDeployed({ version, deployments }: Dossier, unknown: string): Reason {
  const elsewhere = deployments.find(({ data }) => data.version === version);
  return elsewhere === undefined
    ? { text: `no deployment of ${version} is recorded: ${unknown}`, record: null }
    : { text: `${version} was deployed only where other releases may run as well`, record: elsewhere.path };
}

/** "production since 2026-02-03T11:32:00+00:00". */
export function deployedPlace({ data }: RecordedDeployment): string {
  return `${data.environment} since ${data.at}`;
}
