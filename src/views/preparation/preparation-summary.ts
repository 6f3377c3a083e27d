import type { Dossier } from '../../verdict/dossier.ts';
import {
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  markPart,
  textPart,
  timePart,
} from '../fact-view.ts';
import { dossierPartPath } from '../paths.ts';
import { PREPARATION } from '../preparation-texts.ts';
import { counted } from '../texts.ts';
import { momentOf } from '../time-view.ts';
import { checklistViews } from './checklist-view.ts';

/** How a release was prepared, in a line each. */
export function preparationSummary(dossier: Dossier): FactView[] {
  const { product, version, opening, recovery, policy } = dossier;
  const page = dossierPartPath(product, version, 'preparation');
  const lists = checklistViews(dossier).map(({ role, total, open }): FactPart => {
    const text = `${role}: ${PREPARATION.done(total - open.length, total)}`;
    return open.length === 0 ? markPart('good', '☑', text) : markPart('danger', '☐', text);
  });
  const scope = opening?.data.scope;
  return factsOf(
    [
      PREPARATION.opening,
      opening === null
        ? textPart(PREPARATION.notOpened)
        : [
            linkPart(opening.data.openedBy, `${page}#opening`),
            timePart(momentOf(opening.data.openedAt, policy.data.timeZone)),
          ],
    ],
    [
      PREPARATION.facts.scope,
      opening === null ? undefined : textPart(scope ? counted(scope.length, 'change') : PREPARATION.noScope),
    ],
    [
      PREPARATION.facts.emergency,
      opening?.data.emergency === undefined
        ? undefined
        : markPart('danger', '▲', opening.data.emergency.incident),
    ],
    [PREPARATION.checklists, lists.length === 0 ? textPart(PREPARATION.noChecklists) : lists],
    [
      PREPARATION.recovery,
      recovery === null
        ? markPart('caution', '○', PREPARATION.noRecovery)
        : linkPart(`${PREPARATION.facts.onCall}: ${recovery.data.onCall.join(', ')}`, `${page}#recovery`),
    ],
  );
}
