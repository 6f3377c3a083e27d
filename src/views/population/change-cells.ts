import type { FactPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { POPULATION } from '../population-texts.ts';
import { momentOf } from '../time-view.ts';
import { EVIDENCE_MARKS, OUTCOME_MARKS, ROLLBACK_MARKS, TYPE_MARKS } from './change-marks.ts';
import type { ChangeRow } from './change-row.ts';

/** Pieces of cells that a page and a script draw alike. */
export type ChangePart = Extract<FactPart, { is: 'text' | 'link' | 'mark' }>;

/** The heads of the columns, in order. */
export const CHANGE_HEADS: readonly string[] = Object.values(POPULATION.columns);

/** The cells of a row, in the order of the heads. */
export function changeCells(row: ChangeRow): ChangePart[][] {
  return [
    changeParts(row),
    deployedParts(row),
    releaseParts(row),
    [markPart(TYPE_MARKS[row.type])],
    peopleParts(row),
    ...[row.independent, row.approvedBefore, row.onRevision, row.tests, row.scan, row.image].map((value) => [
      markPart(EVIDENCE_MARKS[value]),
    ]),
    outcomeParts(row),
  ];
}

/** The change by its id and title. */
export function changeParts({ change, title, changeHref }: ChangeRow): ChangePart[] {
  return [linkOr(change, changeHref), ...(title === '' ? [] : [textPart(title)])];
}

/** When it was deployed, and where to. */
export function deployedParts({ deployedAt, deploymentHref, product, environment }: ChangeRow): ChangePart[] {
  const { shown } = momentOf(deployedAt, 'UTC');
  return [linkOr(shown, deploymentHref), textPart(`${product}, ${environment}`)];
}

/** The release that was deployed, with its verdict behind it. */
export function releaseParts({ version, verdictHref }: ChangeRow): ChangePart[] {
  return [linkOr(version, verdictHref)];
}

function peopleParts({ author, approvers, deployer }: ChangeRow): ChangePart[] {
  const { by, approvedBy, deployedBy } = POPULATION;
  return [by(author), approvedBy(approvers), deployedBy(deployer)].map(textPart);
}

function outcomeParts({ result, rolledBack }: ChangeRow): ChangePart[] {
  const taken = ROLLBACK_MARKS[rolledBack];
  return [markPart(OUTCOME_MARKS[result]), ...(taken === null ? [] : [markPart(taken)])];
}

function linkOr(text: string, href: string | null): ChangePart {
  return href === null ? textPart(text) : { is: 'link', text, href };
}

function textPart(text: string): ChangePart {
  return { is: 'text', text };
}

function markPart(mark: MarkView): ChangePart {
  return { is: 'mark', mark };
}
