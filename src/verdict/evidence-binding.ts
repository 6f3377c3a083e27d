import type { StageReport } from '../records/index.ts';
import { wrongChartName } from './chart-binding.ts';
import type { Reason } from './control.ts';
import { digestsIn } from './digest-groups.ts';
import { hasDigest, type ShippingModule } from './shipping.ts';
import { type CountedRun, runName } from './stage-runs.ts';
import { shortCommit } from './wording.ts';

/** Whether a report is of what ships. */
export interface EvidenceBinding {
  is: 'bound' | 'other' | 'unproven';
  reason: Reason;
}

/** Joins a report to what ships of a module, by equality of all that it names. */
export function judgeEvidence(run: CountedRun, module: ShippingModule): EvidenceBinding {
  const { data, path } = run.counts;
  const { is, text } =
    wrongRevision(data) ?? wrongChart(data, module) ?? byCommit(data, module) ?? byDigest(data, module);
  return { is, reason: { text: `${runName(run)}: ${text}`, record: path } };
}

type Judged = { is: EvidenceBinding['is']; text: string };

/** An image that says that it was built of another commit than its report. */
function wrongRevision({ commit, measured }: StageReport): Judged | null {
  const revision = measured.image?.revision?.toLowerCase();
  if (commit === undefined || revision === undefined || !/^[0-9a-f]{7,64}$/.test(revision)) return null;
  if (commit.startsWith(revision)) return null;
  const text = `the report is on commit ${shortCommit(commit)}, and its image says that it was built of ${shortCommit(revision)}`;
  return { is: 'other', text };
}

/** A chart whose name says that it is of something else than its report. */
function wrongChart(report: StageReport, module: ShippingModule): Judged | null {
  const text = wrongChartName(report, module);
  return text === null ? null : { is: 'other', text };
}

/** Null where the report names no commit. */
function byCommit({ commit }: StageReport, module: ShippingModule): Judged | null {
  const [ships] = module.commits;
  if (commit === undefined) return null;
  const on = `on commit ${shortCommit(commit)}`;
  if (ships === undefined) return { is: 'unproven', text: `${on}; what ships of ${module.id} is not known` };
  if (commit === ships) return { is: 'bound', text: on };
  return module.commits.includes(commit)
    ? { is: 'bound', text: `${on}, which has the same files as ${shortCommit(ships)}` }
    : { is: 'other', text: `${on}, and ${module.id} ships at ${shortCommit(ships)}` };
}

function byDigest(report: StageReport, module: ShippingModule): Judged {
  const names = digestsIn(report);
  const [first] = names;
  if (first === undefined) return { is: 'unproven', text: 'it names neither commit nor digest' };
  const on = `on digest ${first.slice(0, 19)}`;
  if (names.some((name) => hasDigest(module, name))) return { is: 'bound', text: on };
  return module.images.length === 0
    ? { is: 'unproven', text: `${on}, and no report says which digest the commit of ${module.id} has` }
    : { is: 'other', text: `${on}, which is not that of ${module.id}` };
}
