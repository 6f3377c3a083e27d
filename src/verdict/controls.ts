import { BLESSING_CONTROLS } from './blessing-controls.ts';
import type { Control } from './control.ts';
import { blessedOnly } from './controls/blessed-only.ts';
import { deployOrder } from './controls/deploy-order.ts';

/** All controls, in the order in which they are read. */
export const CONTROLS: readonly Control[] = BLESSING_CONTROLS.flatMap((control) =>
  control.id === 'freeze' ? [blessedOnly, deployOrder, control] : [control],
);
