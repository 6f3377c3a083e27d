import { CONTROL_PAGE } from '../control-texts.ts';
import { outcomeHref } from '../controls/control-paths.ts';
import { EXCEPTIONS, WHEREABOUTS_MARKS } from '../exception-texts.ts';
import { type FactPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { dossierPath } from '../paths.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { CONTROL_NAMES } from '../verdict-texts.ts';
import { type ExceptionRow, URGENCIES, type Urgency } from './exception-row.ts';

/** Rows that fill a page: twice as many stay below 2,500 DOM nodes. */
export const EXCEPTION_ROWS = 50;

/** Rows of one urgency, under its own head. */
export interface ExceptionGroup {
  id: Urgency;
  title: string;
  /** Of all pages together; null where that is not told. */
  count: string | null;
  table: TableView;
}

/** A page of rows by urgency. `all` tells how many there are of each, where the page tells that. */
export function exceptionGroups(
  rows: readonly ExceptionRow[],
  all: readonly ExceptionRow[] | null,
): ExceptionGroup[] {
  return URGENCIES.flatMap((id) => {
    const own = rows.filter(({ urgency }) => urgency === id);
    if (own.length === 0) return [];
    const title = EXCEPTIONS.groups[id];
    return [{ id, title, count: all && countOf(id, all), table: tableOf(own, title) }];
  });
}

function countOf(id: Urgency, all: readonly ExceptionRow[]): string {
  return EXCEPTIONS.count(all.filter(({ urgency }) => urgency === id).length);
}

function tableOf(rows: readonly ExceptionRow[], caption: string): TableView {
  const { state, control, release, who, why, until } = EXCEPTIONS.columns;
  return { caption, columns: columnsOf([control, state, release, who, until, why]), rows: rows.map(rowOf) };
}

function rowOf(row: ExceptionRow): CellView[] {
  return [
    [controlPart(row)],
    [{ is: 'mark', mark: row.state }],
    releaseParts(row),
    [textPart(row.who ?? EXCEPTIONS.nobody)],
    untilParts(row),
    whyParts(row),
  ];
}

function controlPart({ control, product, version, href }: ExceptionRow): FactPart {
  if (control === null) return linkPart(EXCEPTIONS.votes, href);
  return linkPart(CONTROL_NAMES[control], outcomeHref(product, version, control));
}

function releaseParts({ name, product, version, whereabouts }: ExceptionRow): FactPart[] {
  const link = linkPart(`${name} ${version}`, dossierPath(product, version));
  return whereabouts === null ? [link] : [link, { is: 'mark', mark: WHEREABOUTS_MARKS[whereabouts] }];
}

function untilParts({ until, expiry, timeZone }: ExceptionRow): FactPart[] {
  return [
    ...(until === null ? [] : [timePart(momentOf(until, timeZone))]),
    ...(expiry === null ? [] : [textPart(expiry)]),
  ];
}

function whyParts({ reasons, further, href }: ExceptionRow): FactPart[] {
  const told = reasons.map(({ text, href: to }) => (to === null ? textPart(text) : linkPart(text, to)));
  return further === 0 ? told : [...told, linkPart(CONTROL_PAGE.more(further), href)];
}
