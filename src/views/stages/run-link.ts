import type { StageRun } from '../../verdict/stage-runs.ts';
import { stagePath } from '../paths.ts';
import { runSlug } from './stage-names.ts';

/** Address of the page of a run; null for one without any attempt. */
export function runLink({ stage, module, attempts }: StageRun): string | null {
  const [first] = attempts;
  if (first === undefined) return null;
  return stagePath(first.data.product, first.data.version, runSlug(stage, module));
}
