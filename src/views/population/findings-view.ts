import { type Reconciliation, type ReconciliationFinding, unexplained } from '../../population/reconcile.ts';
import { type FactPart, linkPart, markPart, textPart, timePart } from '../fact-view.ts';
import { auditProductPath } from '../paths.ts';
import { EXPLANATION_NAMES, FINDING_NAMES, RECONCILIATION } from '../population-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { plainTimes } from '../verdict/plain-times.ts';

/** Where a record is shown; null for one that is shown nowhere. */
export type PlaceOf = (record: string | null) => string | null;

/** How many findings a page has room for. */
export interface FindingRoom {
  unexplained: number;
  explained: number;
}

/** Beside the changes, on the first page of a population. */
export const FIRST_ROOM: FindingRoom = { unexplained: 20, explained: 10 };
/** Findings of a page that has nothing else. */
export const FINDINGS_PER_PAGE = 100;
export const PAGE_ROOM: FindingRoom = { unexplained: FINDINGS_PER_PAGE, explained: FINDINGS_PER_PAGE };

/** What does not match, as a page shows it. */
export interface FindingsView {
  /** Whether nothing is unexplained: only then a page may say so. */
  isClear: boolean;
  open: number;
  told: number;
  unexplained: TableView;
  explained: TableView;
}

/** What nothing accounts for, and what something does, as far as there is room. */
export function findingsView(
  { findings }: Pick<Reconciliation, 'findings'>,
  room: FindingRoom,
  placeOf: PlaceOf,
): FindingsView {
  const open = unexplained(findings);
  const told = findings.filter(({ explained }) => explained !== null);
  const { kind, finding, where, at, by } = RECONCILIATION.columns;
  return {
    isClear: open.length === 0,
    open: open.length,
    told: told.length,
    unexplained: {
      caption: RECONCILIATION.unexplained,
      columns: columnsOf([kind, finding, where, at]),
      rows: open.slice(0, room.unexplained).map((each) => openCells(each, placeOf)),
    },
    explained: {
      caption: RECONCILIATION.explained(told.length),
      columns: columnsOf([kind, finding, where, at, by]),
      rows: told.slice(0, room.explained).map((each) => toldCells(each, placeOf)),
    },
  };
}

/** Whether there are more than the first page has room for. */
export function hasFindingPages({ findings }: Reconciliation): boolean {
  const open = unexplained(findings).length;
  return open > FIRST_ROOM.unexplained || findings.length - open > FIRST_ROOM.explained;
}

/** Findings in the order in which pages show them: first what nothing accounts for. */
export function findingsInOrder({ findings }: Reconciliation): ReconciliationFinding[] {
  return [...unexplained(findings), ...findings.filter(({ explained }) => explained !== null)];
}

function openCells(finding: ReconciliationFinding, placeOf: PlaceOf): CellView[] {
  const { kind, text, record, product } = finding;
  const href = placeOf(record) ?? auditProductPath(product);
  return [
    [markPart('danger', '✗', FINDING_NAMES[kind])],
    [linkPart(plainTimes(text, 'UTC'), href)],
    ...placeCells(finding),
  ];
}

function toldCells(finding: ReconciliationFinding, placeOf: PlaceOf): CellView[] {
  const { kind, text, record } = finding;
  return [
    [markPart('quiet', '○', FINDING_NAMES[kind])],
    [linkOr(plainTimes(text, 'UTC'), placeOf(record))],
    ...placeCells(finding),
    explanationCell(finding, placeOf),
  ];
}

function placeCells({ product, environment, at }: ReconciliationFinding): CellView[] {
  const where = environment === null ? product : `${product}/${environment}`;
  return [[textPart(where)], [timePart(momentOf(at, 'UTC'))]];
}

function explanationCell({ explained }: ReconciliationFinding, placeOf: PlaceOf): CellView {
  if (explained === null) return [];
  const text = `${EXPLANATION_NAMES[explained.by]}: ${plainTimes(explained.text, 'UTC')}`;
  return [linkOr(text, placeOf(explained.record))];
}

function linkOr(text: string, href: string | null): FactPart {
  return href === null ? textPart(text) : linkPart(text, href);
}
