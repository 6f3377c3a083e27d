import type { Dossier } from '../../verdict/dossier.ts';
import { judgeEvidence } from '../../verdict/evidence-binding.ts';
import { scanDoubt } from '../../verdict/scan-age.ts';
import { type Shipping, shippingOf } from '../../verdict/shipping.ts';
import type { StageRun } from '../../verdict/stage-runs.ts';
import type { MarkView } from '../mark-view.ts';
import { BINDING_MARKS, type CellState } from '../stage-texts.ts';

/** What became of a run, as the control "stages" judges it. */
export function runState({
  counts,
}: StageRun): Extract<CellState, 'passed' | 'failed' | 'unproven' | 'part'> {
  if (counts === null) return 'part';
  const { result } = counts.data;
  return result === 'passed' && scanDoubt(counts.data) !== null ? 'unproven' : result;
}

/** A run whose report is not shown to be of what ships, in a word and with the reason; null for one that is. */
export function bindingOf(run: StageRun, dossier: Dossier): { mark: MarkView; because: string } | null {
  return bindingIn(shippingOf(dossier), run);
}

/** The same, where what ships is known already. */
export function bindingIn(
  { lead, modules }: Shipping,
  { counts, ...run }: StageRun,
): { mark: MarkView; because: string } | null {
  const module = run.module === null ? lead : modules.get(run.module);
  if (counts === null || module === undefined) return null;
  const { is, reason } = judgeEvidence({ ...run, counts }, module);
  return is === 'bound' ? null : { mark: BINDING_MARKS[is], because: reason.text };
}
