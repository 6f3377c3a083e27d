import type { Control } from './control.ts';
import { approvals } from './controls/approvals.ts';
import { approvedScope } from './controls/approved-scope.ts';
import { boundVotes } from './controls/bound-votes.ts';
import { branchAndTag } from './controls/branch-and-tag.ts';
import { checklists } from './controls/checklists.ts';
import { emergency } from './controls/emergency.ts';
import { evidenceBound } from './controls/evidence-bound.ts';
import { freeze } from './controls/freeze.ts';
import { gates } from './controls/gates.ts';
import { independence } from './controls/independence.ts';
import { notesReady } from './controls/notes-ready.ts';
import { promotion } from './controls/promotion.ts';
import { recoveryPlan } from './controls/recovery-plan.ts';
import { stages } from './controls/stages.ts';
import { traceable } from './controls/traceable.ts';
import { versionBump } from './controls/version-bump.ts';

/** The controls that a release has to hold before it is deployed, in the order in which they are read. */
export const BLESSING_CONTROLS: readonly Control[] = [
  stages,
  gates,
  approvals,
  independence,
  boundVotes,
  traceable,
  approvedScope,
  versionBump,
  branchAndTag,
  promotion,
  evidenceBound,
  checklists,
  recoveryPlan,
  notesReady,
  freeze,
  emergency,
];
