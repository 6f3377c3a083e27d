import { ISO_CHANGES, ISO_TESTING, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, pass } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { judgedKind } from '../judged-kind.ts';
import { requiredStages } from '../required-stages.ts';
import { stageFindings } from '../stage-findings.ts';

/** Every module went through the whole pipeline. */
export const stages: Control = {
  id: 'stages',
  sentence:
    'Each module that moved passed every stage that its kind of release needs; the latest full attempt counts, a run of a part never does, and a scan names a database that is fresh.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, ISO_TESTING, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { policy } = dossier;
  const kind = judgedKind(dossier);
  const required = requiredStages(dossier);
  if (required === null)
    return finding(
      [],
      [{ text: `the policy names no stages of a ${kind} release`, record: policy.path }],
      [],
    );
  if (required.length === 0)
    return pass({ text: `the policy asks for no stage of a ${kind} release`, record: policy.path });
  const { failures, doubts, passed } = stageFindings(required, dossier);
  return finding(failures, doubts, passed);
}
