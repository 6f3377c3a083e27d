import { checksAfter, type DeploymentCheck } from '../../history/deployments/checks.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import { type AttemptView, attemptLine, attemptView, type EvidenceLinks } from '../stages/attempt-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { stageOf } from '../stages/stage-names.ts';

/** Checks with everything that was filed of them: more would take the page's room from the rest. */
const ROOM = 5;

/** The checks that ran in the environment after a deployment. */
export interface ChecksView {
  checks: AttemptView[];
  further: LineList[];
}

/** The checks of a deployment, in the order in which they ran. `next` is the deployment after it. */
export function checkViews(
  event: DeploymentEvent,
  next: DeploymentEvent | null,
  reports: readonly DeploymentCheck[],
  timeZone: string,
  links: EvidenceLinks,
): ChecksView {
  const found = checksAfter(event, next, reports).toSorted((a, b) => (a.data.ranAt < b.data.ranAt ? -1 : 1));
  const lines = found.slice(ROOM).map((check) => `${stageOf(check.data.stage).name}  ${attemptLine(check)}`);
  return {
    checks: found.slice(0, ROOM).map((check) => checkView(check, timeZone, links)),
    further: listOf(DEPLOYMENT.furtherChecks(lines.length), lines),
  };
}

function checkView(check: DeploymentCheck, timeZone: string, links: EvidenceLinks): AttemptView {
  const { stage, module } = check.data;
  const title = [stageOf(stage).name, ...(module === undefined ? [] : [module])].join(', ');
  return { ...attemptView(check, null, timeZone, links), title, standing: DEPLOYMENT.checkStanding };
}
