import type { ReleasedChange } from './account.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ModuleHistory } from './module-history.ts';

/**
 * Cancels what a range takes back itself: `reverts` are those of its changes that may take others back. Newest first,
 * so that the revert of a revert restores the change: a revert that is itself taken back takes nothing back.
 */
export function cancelReverts(
  reverts: readonly ReleasedChange[],
  changes: readonly ReleasedChange[],
  history: ModuleHistory,
): void {
  if (reverts.length === 0) return;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const newestFirst = reverts.toSorted((a, b) => b.landing.order - a.landing.order);
  for (const revert of newestFirst) {
    // One that is kept out of the note takes back all the same.
    if (revert.fate.became === 'cancelled') continue;
    const targets = revert.landed.flatMap((landed) => history.targetsOf(landed));
    for (const target of targets) takeBack(revert, target, byId, history);
  }
}

function takeBack(
  revert: ReleasedChange,
  target: LandedChange,
  byId: Map<string, ReleasedChange>,
  history: ModuleHistory,
): void {
  const id = history.idOf(target);
  const here = byId.get(id);
  if (here === revert) return;
  if (here === undefined || here.landing.order > revert.landing.order) {
    revert.takesBack = [...revert.takesBack, target];
    return;
  }
  if (here.fate.became === 'cancelled') return;
  if (cameAgain(here, revert, history)) {
    revert.fate = {
      became: 'cancelled',
      reason: `takes back ${here.id}, which came again in the same release`,
    };
    return;
  }
  here.fate = { became: 'cancelled', reason: `taken back by ${revert.id}` };
  revert.fate = { became: 'cancelled', reason: `takes back ${here.id} of the same release` };
}

/** A copy of the change was put on top of the revert. */
function cameAgain(change: ReleasedChange, revert: ReleasedChange, history: ModuleHistory): boolean {
  const { graph } = history.repository;
  return change.landed.some(
    ({ landing }) => landing.order > revert.landing.order && graph.reaches(landing, revert.landing),
  );
}
