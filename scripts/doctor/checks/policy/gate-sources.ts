import type { Gate, StageReport } from '../../../../src/records/index.ts';
import { measure } from '../../../../src/verdict/metrics.ts';
import type { PolicyContext } from '../../facts/policy-context.ts';
import { requiredStages } from '../../facts/required-stages.ts';
import { edit, type Finding, type Mend } from '../../finding.ts';
import { listed } from '../../listed.ts';
import { policyPlace } from '../../policy-place.ts';

/** Gates whose figure nothing reports: a gate without a source is never passed. */
export function gateSources({ product, policy }: PolicyContext): Finding[] {
  const required = requiredStages(policy.data);
  return policy.data.gates.flatMap((gate, index) => {
    const reports = product.releases
      .flatMap(({ stages }) => stages.map(({ data }) => data))
      .filter(
        ({ stage, module }) =>
          stage === gate.stage &&
          (gate.module === undefined || module === undefined || module === gate.module),
      );
    const found =
      reports.length === 0 ? unreported(gate, required.has(gate.stage)) : unmeasured(gate, reports);
    if (found === null) return [];
    return [
      {
        id: 'gate-without-source',
        severity: 'gap',
        product: product.id,
        place: policyPlace(policy, 'gates', index, found.field),
        ...found.told,
      },
    ];
  });
}

interface Found {
  field: keyof Gate;
  told: { says: string; mend: Mend };
}

/** A stage that a release needs, and nobody has reported, is told once for all of its gates. */
function unreported({ id, stage }: Gate, isRequired: boolean): Found | null {
  if (isRequired) return null;
  const says = `The gate ${id} looks at the stage ${stage}, which no release has to pass and nobody has reported.`;
  const mend = edit(
    `Add ${stage} to the list "default" in "stages", or give the gate a stage that is in it.`,
  );
  return { field: 'stage', told: { says, mend } };
}

function unmeasured({ id, stage, metric }: Gate, reports: readonly StageReport[]): Found | null {
  if (reports.some((report) => measure(metric, report).is === 'known')) return null;
  const figures = [...new Set(reports.flatMap(({ measured }) => Object.keys(measured.figures ?? {})))].sort();
  const own = figures.length === 0 ? '' : `; figures that they have: ${listed(figures)}`;
  const count =
    reports.length === 1 ? 'The one report' : `None of the ${reports.length.toLocaleString('en')} reports`;
  const says = `${count} of the stage ${stage} ${reports.length === 1 ? 'does not say' : 'says'} "${metric}", which the gate ${id} looks at${own}.`;
  return {
    field: 'metric',
    told: {
      says,
      mend: edit(`Mend "metric" of the gate ${id}, or let the pipeline file a report that has it.`),
    },
  };
}
