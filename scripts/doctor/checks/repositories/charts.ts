import { leadOf } from '../../../../src/records/index.ts';
import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { edit, type Finding } from '../../finding.ts';
import { listed } from '../../listed.ts';
import { policyPlace } from '../../policy-place.ts';

/** Whether the chart that holds a product together is where the policy says, and names its modules. */
export function charts({ found, folder, product }: RepositoryFacts, policy: FiledPolicy): Finding[] {
  if (found.is !== 'open' || found.chart === null) return [];
  const { chart } = found;
  const lead = leadOf(policy.data);
  const place = policyPlace(policy, 'modules', policy.data.modules.indexOf(lead), 'chart');
  const common = { product, place } as const;
  if (chart.is === 'broken')
    return [
      {
        ...common,
        id: 'chart-broken',
        severity: 'gap',
        says: `At ${chart.tag}: ${chart.says}.`,
        mend: edit('Mend the chart; the next release is read well then.'),
      },
    ];
  if (chart.is === 'there') return unnamed(chart.dependencies, policy, common);
  if (lead.chart !== undefined)
    return [
      {
        ...common,
        id: 'chart-missing',
        severity: 'gap',
        says: `${folder} has no ${lead.chart.replace(/\/+$/, '')}/Chart.yaml at ${chart.tag}, its newest release.`,
        mend: edit(
          `Mend "chart" of the module ${lead.id}: the folder that holds Chart.yaml, or no such line.`,
        ),
      },
    ];
  if (policy.data.modules.length === 1) return [];
  return [
    {
      ...common,
      id: 'module-without-chart',
      severity: 'hint',
      says: `No chart of ${lead.id} says which versions of the other modules a release holds: tags of the same name have to.`,
      mend: edit(
        `Write "chart" at the module ${lead.id}: the folder that holds Chart.yaml. Leave it where all modules are tagged together.`,
      ),
    },
  ];
}

function unnamed(
  dependencies: readonly string[],
  policy: FiledPolicy,
  common: Pick<Finding, 'product' | 'place'>,
): Finding[] {
  const lead = leadOf(policy.data);
  const modules = policy.data.modules
    .map(({ id }) => id)
    .filter((id) => id !== lead.id && !dependencies.includes(id));
  if (modules.length === 0) return [];
  return [
    {
      ...common,
      id: 'module-not-in-chart',
      severity: 'hint',
      says: `The chart of ${lead.id} does not name ${listed(modules)} among its dependencies: tags of the same name have to tell the version.`,
      mend: edit(
        'Give the module the name that the chart has for it, or add it to "dependencies" in Chart.yaml.',
      ),
    },
  ];
}
