import {
  ISO_TESTING,
  ISO_VULNERABILITIES,
  PCI_CHANGES,
  PCI_VULNERABILITIES,
  SOC_2_CHANGES,
  SOC_2_VULNERABILITIES,
} from '../clauses.ts';
import { type Control, type Finding, finding, pass, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { standingEmergency } from '../emergency-declaration.ts';
import { type JudgedGate, judgeGates } from '../judged-gate.ts';
import { requiredStages } from '../required-stages.ts';

/** Metrics decide, not a date. */
export const gates: Control = {
  id: 'gates',
  sentence:
    'Each limit that the policy sets for a release is kept, for each module that moved and has the stage, by what the latest full attempt measured.',
  clauses: [
    SOC_2_CHANGES,
    SOC_2_VULNERABILITIES,
    ISO_TESTING,
    ISO_VULNERABILITIES,
    PCI_CHANGES,
    PCI_VULNERABILITIES,
  ],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { policy } = dossier;
  const guarding = policy.data.gates.filter(({ guards }) => guards === 'blessing');
  if (guarding.length === 0)
    return pass({ text: 'the policy sets no limit for a release', record: policy.path });
  const judged = judgeGates(guarding, dossier);
  const [skipped, others] = partition(judged, dossier);
  const reasonsOf = (result: JudgedGate['result']): Reason[] =>
    others.filter((gate) => gate.result === result).map(({ reason }) => reason);
  return finding(
    reasonsOf('missed'),
    [...reasonsOf('unknown'), ...reasonsOf('no report')],
    [
      ...reasonsOf('kept'),
      ...reasonsOf('still'),
      ...skipped.map(({ reason }) => ({ ...reason, text: `${reason.text}; an emergency does not need it` })),
    ],
  );
}

/** What an emergency leaves out cannot be held against a limit. */
function partition(judged: readonly JudgedGate[], dossier: Dossier): [JudgedGate[], JudgedGate[]] {
  const needed = standingEmergency(dossier) === null ? null : (requiredStages(dossier) ?? []);
  const isSkipped = ({ result, stage }: JudgedGate): boolean =>
    result === 'no report' && needed !== null && !needed.includes(stage);
  return [judged.filter(isSkipped), judged.filter((gate) => !isSkipped(gate))];
}
