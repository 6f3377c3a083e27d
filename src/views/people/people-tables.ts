import type { RosterEntry } from '../../records/index.ts';
import { type FactPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { personPath } from '../paths.ts';
import { ACT_KINDS, CONFLICT_MARK, PEOPLE_PAGE, PERSON_PAGE, STRANGER_MARKS } from '../people-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { shortDateOf } from '../time-view.ts';
import { withoutAddresses } from './actor.ts';
import type { Tally } from './tally.ts';

/** People, and strangers, on one page below 2,500 DOM nodes, with the roles of the former. */
export const PEOPLE_PER_PAGE = 30;

/** People of the roster with what they did. */
export function peopleTable(product: string, tallies: readonly Tally[]): TableView {
  const { person, conflicts, last } = PEOPLE_PAGE.columns;
  return {
    caption: PEOPLE_PAGE.people,
    columns: [...columnsOf([person], countHeads()), ...columnsOf([conflicts, last])],
    rows: tallies.map((tally) => [
      [linkPart(tally.who.name, personPath(product, tally.who.name))],
      ...countCells(tally),
      conflictCell(tally),
      lastCell(tally),
    ]),
  };
}

/** Accounts that the roster does not know, with what they did. */
export function strangersTable(tallies: readonly Tally[]): TableView {
  const { account, last } = PEOPLE_PAGE.columns;
  return {
    caption: PEOPLE_PAGE.strangers,
    columns: [...columnsOf([account], countHeads()), ...columnsOf([last])],
    rows: tallies.map((tally) => [
      [
        textPart(tally.who.name),
        ...(tally.who.bot ? [{ is: 'mark', mark: STRANGER_MARKS.bot } as const] : []),
      ],
      ...countCells(tally),
      lastCell(tally),
    ]),
  };
}

/** "asha on github": all accounts of a person. */
export function accountParts({ accounts }: RosterEntry): FactPart[] {
  return [textPart(accounts.map(({ on, id }) => PERSON_PAGE.account(withoutAddresses(id), on)).join(', '))];
}

function countHeads(): string[] {
  return ACT_KINDS.map((kind) => PEOPLE_PAGE.counts[kind]);
}

function countCells({ counts }: Tally): CellView[] {
  return ACT_KINDS.map((kind) => [textPart(counts[kind] === 0 ? '–' : counts[kind].toLocaleString('en-GB'))]);
}

function conflictCell({ conflicts }: Tally): CellView {
  if (conflicts === 0) return [textPart('–')];
  const text = `${conflicts.toLocaleString('en-GB')} ${CONFLICT_MARK.text}`;
  return [{ is: 'mark', mark: { ...CONFLICT_MARK, text } }];
}

function lastCell({ last }: Tally): CellView {
  return [last === null ? textPart('–') : timePart(shortDateOf(last))];
}
