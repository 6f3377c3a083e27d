import { sortByVersion } from '../../../../src/history/version-order.ts';
import type { Stage } from '../../../../src/records/index.ts';
import type { PolicyContext } from '../../facts/policy-context.ts';
import { requiredStages } from '../../facts/required-stages.ts';
import { type Finding, verb } from '../../finding.ts';
import { listed } from '../../listed.ts';
import { policyPlace } from '../../policy-place.ts';

/** Stages that releases have to pass, and that nobody has ever reported. */
export function reportedStages({ product, policy }: PolicyContext): Finding[] {
  const newest = sortByVersion(product.releases, ({ version }) => version).at(-1)?.version;
  if (newest === undefined) return [];
  const reported = new Set(product.releases.flatMap(({ stages }) => stages.map(({ data }) => data.stage)));
  const missing = [...requiredStages(policy.data)].filter(([stage]) => !reported.has(stage));
  const says = (stage: Stage) =>
    `No release has a report of the stage ${stage}, which releases have to pass.`;
  const [first] = missing;
  if (first === undefined) return [];
  const asked: [string, (typeof first)[1], Stage][] =
    reported.size === 0
      ? [
          [
            `No report has ever been filed; releases have to pass ${listed(missing.map(([stage]) => stage))}.`,
            first[1],
            first[0],
          ],
        ]
      : missing.map(([stage, kind]) => [says(stage), kind, stage]);
  return asked.map(([says, kind, stage]) => ({
    id: 'stage-never-reported',
    severity: 'gap',
    product: product.id,
    says,
    place: policyPlace(policy, 'stages', kind),
    mend: verb('stage', 'REPORT', '--product', product.id, '--release', newest, '--stage', stage),
  }));
}
