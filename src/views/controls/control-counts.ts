import type { ControlId } from '../../records/index.ts';
import { CONTROLS } from '../../verdict/controls.ts';
import { CONTROLS_PAGE, COUNTED_STANDINGS } from '../control-texts.ts';
import { type FactPart, linkPart, textPart } from '../fact-view.ts';
import { controlPath } from '../paths.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import type { Standing } from '../verdict/standing.ts';
import { CONTROL_NAMES } from '../verdict-texts.ts';
import type { ReleaseStandings } from './release-outcome.ts';

/** On how many releases a control came out in each way. */
export type StandingCounts = Record<Standing, number>;

/** Counts one control over releases. */
export function standingCounts(control: ControlId, outcomes: readonly ReleaseStandings[]): StandingCounts {
  const counts: StandingCounts = { pass: 0, fail: 0, unproven: 0, waived: 0, after: 0 };
  for (const { controls } of outcomes) {
    const standing = controls.find(({ id }) => id === control)?.standing;
    if (standing !== undefined) counts[standing] += 1;
  }
  return counts;
}

/** All controls with their counts: each row leads to the control's own page. */
export function countsTable(product: string, outcomes: readonly ReleaseStandings[]): TableView {
  const heads = COUNTED_STANDINGS.map((standing) => CONTROLS_PAGE.standings[standing]);
  return {
    caption: CONTROLS_PAGE.counts,
    columns: columnsOf([CONTROLS_PAGE.columns.control], heads),
    rows: CONTROLS.map(({ id }) => [
      [linkPart(CONTROL_NAMES[id], controlPath(product, id))],
      ...countCells(standingCounts(id, outcomes)),
    ]),
  };
}

/** The counts of one control, in a row. */
export function countsOf(control: ControlId, outcomes: readonly ReleaseStandings[]): TableView {
  const heads = COUNTED_STANDINGS.map((standing) => CONTROLS_PAGE.standings[standing]);
  return {
    caption: CONTROLS_PAGE.counts,
    columns: columnsOf([CONTROLS_PAGE.columns.releases], heads),
    rows: [
      [[textPart(outcomes.length.toLocaleString('en-GB'))], ...countCells(standingCounts(control, outcomes))],
    ],
  };
}

function countCells(counts: StandingCounts): CellView[] {
  return COUNTED_STANDINGS.map((standing): FactPart[] => [textPart(shown(counts[standing]))]);
}

/** Nothing to look at is no number to read. */
function shown(count: number): string {
  return count === 0 ? '–' : count.toLocaleString('en-GB');
}
