import { type ChartName, parseChartName } from '../history/chart-name.ts';
import { joined } from '../history/joined.ts';
import { parseVersion } from '../history/version-order.ts';
import type { StageReport } from '../records/index.ts';
import type { ShippingModule } from './shipping.ts';
import { shortCommit } from './wording.ts';

/**
 * What a chart's name says that is not so: it has to name the module, the version that the release has it in, and the
 * commit that the report is on. Null where it is right, or of a form that says none of this.
 */
export function wrongChartName(report: StageReport, module: ShippingModule): string | null {
  const { chart } = report.measured;
  const named = chart === undefined ? null : parseChartName(chart.name);
  if (chart === undefined || named === null) return null;
  const wrong = [otherModule(named, module), otherVersion(named, module), otherCommit(named, report, module)];
  const told = wrong.filter((each) => each !== null);
  return told.length === 0 ? null : `its chart is called ${chart.name}, which names ${joined(told)}`;
}

function otherModule({ module }: ChartName, { id }: ShippingModule): string | null {
  return module === id ? null : `module ${module} instead of ${id}`;
}

function otherVersion({ version }: ChartName, module: ShippingModule): string | null {
  const numbers = module.version === null ? null : threeNumbers(module.version);
  return numbers === null || numbers === version ? null : `version ${version} instead of ${module.version}`;
}

/** As much of a version as a chart's name has room for: "1.2.0" for "1.2" and for "1.2.0-RC1". */
function threeNumbers(version: string): string | null {
  const numbers = parseVersion(version)?.numbers;
  return numbers === undefined ? null : [...numbers, 0, 0].slice(0, 3).join('.');
}

/**
 * The commit that was tested or the one that ships, which has the same files; where neither is known, nothing
 * contradicts the name.
 */
function otherCommit(
  { sha }: ChartName,
  { commit }: StageReport,
  { commits }: ShippingModule,
): string | null {
  const right = commit === undefined ? commits : [commit, ...commits];
  const [first] = right;
  if (first === undefined || right.some((each) => each.startsWith(sha))) return null;
  return `commit ${shortCommit(sha)} instead of ${shortCommit(first)}`;
}
