import { spelledOut } from '../../markdown/harmless.ts';
import type { Deployment } from '../../records/index.ts';
import { blessingAsOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import type { Examined, Verdict } from '../../verdict/verdict.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import { idPart, linkPart, textPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { dossierPartPath } from '../paths.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { controlAnchor } from '../verdict/control-view.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { CONTROL_NAMES, RESULT_MARKS, VERDICT_MARKS } from '../verdict-texts.ts';

/** Whether a release was allowed to be deployed, as known then and as known now. */
export interface JudgementView {
  atDeployment: { mark: MarkView; at: TimeView };
  /** As it has been since that moment: time that passed after it has changed nothing. */
  now: { mark: MarkView; at: TimeView };
  /** What was pinned when it was filed, in pieces; null where nothing was. */
  pinned: { mark: MarkView; parts: CellView } | null;
  /** Controls that were open then or are now; null where there is none. */
  controls: TableView | null;
}

/** Digits of a digest, its algorithm among them. */
const DIGEST = 19;

/** Judges a release at the moment of its deployment and now, by what has to hold before one. */
export function judgementView(data: Deployment, dossier: Dossier): JudgementView {
  const { timeZone } = dossier.policy.data;
  const [then, now] = [blessingAsOf(dossier, data.at), blessingAsOf(dossier, dossier.now)];
  return {
    atDeployment: { mark: VERDICT_MARKS[then.verdict], at: momentOf(data.at, timeZone) },
    now: { mark: VERDICT_MARKS[now.verdict], at: momentOf(dossier.now, timeZone) },
    pinned: pinnedView(data, dossier),
    controls: controlTable(then, now, dossier),
  };
}

function pinnedView({ verdictThen }: Deployment, { policyDigest }: Dossier): JudgementView['pinned'] {
  if (verdictThen === undefined) return null;
  const { verdict, policy } = verdictThen;
  const words = policy === policyDigest ? DEPLOYMENT.samePolicy : DEPLOYMENT.otherPolicy;
  return { mark: VERDICT_MARKS[verdict], parts: [textPart(words), idPart(policy, DIGEST)] };
}

function controlTable(then: Verdict, now: Verdict, dossier: Dossier): TableView | null {
  const { control, asThen, asNow, why } = DEPLOYMENT.judged;
  const later = new Map(now.controls.map((examined) => [examined.id, examined]));
  const open = then.controls.filter((each) => isOpen(each) || isOpen(later.get(each.id)));
  if (open.length === 0) return null;
  return {
    caption: DEPLOYMENT.judgement,
    columns: columnsOf([control, asThen, asNow, why]),
    rows: open.map((each) => controlRow(each, later.get(each.id) ?? each, dossier)),
  };
}

function isOpen(examined: Examined | undefined): boolean {
  return examined?.result === 'fail' || examined?.result === 'unproven';
}

/** Why it was open then; where it was not, why it is now. */
function controlRow(then: Examined, now: Examined, dossier: Dossier): CellView[] {
  const [reason] = isOpen(then) ? then.reasons : now.reasons;
  const page = dossierPartPath(dossier.product, dossier.version, 'verdict');
  const { timeZone } = dossier.policy.data;
  return [
    [linkPart(CONTROL_NAMES[then.id], `${page}#${controlAnchor(then.id)}`)],
    [{ is: 'mark', mark: RESULT_MARKS[then.result] }],
    [{ is: 'mark', mark: RESULT_MARKS[now.result] }],
    [textPart(plainTimes(spelledOut(reason?.text ?? '–'), timeZone))],
  ];
}
