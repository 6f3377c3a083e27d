import { distinctPeople } from './checks/policy/distinct-people.ts';
import { gateSources } from './checks/policy/gate-sources.ts';
import { production } from './checks/policy/production.ts';
import { reportedStages } from './checks/policy/reported-stages.ts';
import { rolesEnding } from './checks/policy/roles-ending.ts';
import { rolesHeld } from './checks/policy/roles-held.ts';
import { silentPolicy } from './checks/policy/silent-policy.ts';
import { slackChannel } from './checks/policy/slack-channel.ts';
import { timeZone } from './checks/policy/time-zone.ts';
import { dossiers } from './checks/records/dossiers.ts';
import { environments } from './checks/records/environments.ts';
import { evidence } from './checks/records/evidence.ts';
import { noteMistakes } from './checks/records/note-mistakes.ts';
import { pictures } from './checks/records/pictures.ts';
import { productHalves } from './checks/records/product-halves.ts';
import { unresolved } from './checks/records/unresolved.ts';
import { unsealed } from './checks/records/unsealed.ts';
import { voters } from './checks/records/voters.ts';
import { policyContext } from './facts/policy-context.ts';
import type { ProductFacts } from './facts/product-facts.ts';
import type { Finding } from './finding.ts';

const OF_POLICY = [
  ...[silentPolicy, rolesHeld, rolesEnding, distinctPeople, gateSources, reportedStages],
  ...[production, timeZone, slackChannel],
];
const OF_RECORDS = [
  ...[productHalves, dossiers, evidence, environments, voters, pictures],
  ...[unresolved, unsealed, noteMistakes],
];

/** Every check of a product's policy and records. */
export function examineProduct(product: ProductFacts, now: string): Finding[] {
  const context = policyContext(product, now);
  return [
    ...(context === null ? [] : OF_POLICY.flatMap((check) => check(context))),
    ...OF_RECORDS.flatMap((check) => check(product, now)),
  ];
}
