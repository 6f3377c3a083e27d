import { type FactPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { dossierPath } from '../paths.ts';
import { ACT_WORDS, PEOPLE_PAGE } from '../people-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import type { VersionSet } from '../version-link.ts';
import type { Act } from './act.ts';

/** Rows that fill a page: twice as many, with a person's roles and conflicts, stay below 2,500 DOM nodes. */
export const ACTS_PER_PAGE = 60;

/** What tables of acts have to know. */
export interface ActContext {
  product: string;
  timeZone: string;
  /** Releases that have a page for auditors. */
  versions: VersionSet;
}

/** Acts as a table. */
export function actsTable(acts: readonly Act[], caption: string, context: ActContext): TableView {
  const { at, what, on, release, result } = PEOPLE_PAGE.columns;
  return {
    caption,
    columns: columnsOf([at, what, on, release, result]),
    rows: acts.map((act) => rowOf(act, context)),
  };
}

function rowOf(act: Act, { product, timeZone, versions }: ActContext): CellView[] {
  const { at, kind, on, href, version, marks, conflict } = act;
  return [
    [timePart(momentOf(at, timeZone))],
    [textPart(ACT_WORDS[kind])],
    [href === null ? textPart(on) : linkPart(on, href)],
    [versions.has(version) ? linkPart(version, dossierPath(product, version)) : textPart(version)],
    [
      ...marks.map((mark): FactPart => ({ is: 'mark', mark })),
      ...(conflict === null ? [] : [textPart(conflict)]),
    ],
  ];
}
