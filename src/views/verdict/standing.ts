import { CONTROLS } from '../../verdict/controls.ts';
import type { Examined } from '../../verdict/verdict.ts';

/** How a control stands: as it came out, or "after" for one that waits for what comes after the blessing. */
export type Standing = Examined['result'] | 'after';

/** How a control stands. One that judges deployments withholds nothing as long as nothing was deployed. */
export function standingOf({ id, result }: Examined): Standing {
  const rule = CONTROLS.find((control) => control.id === id);
  return result === 'unproven' && rule?.comesAfter === true ? 'after' : result;
}
