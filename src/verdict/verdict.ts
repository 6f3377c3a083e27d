import type { Control } from './control.ts';
import { CONTROLS } from './controls.ts';
import type { Dossier } from './dossier.ts';
import { judgeBy, type Verdict } from './judge-by.ts';

export type { Examined, Verdict } from './judge-by.ts';

/** Judges a release: blessed where every control passes or is validly waived. Pure and without a clock of its own. */
export function judge(dossier: Dossier, controls: readonly Control[] = CONTROLS): Verdict {
  return judgeBy(controls, dossier);
}
