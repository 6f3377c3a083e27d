import { STAGES, type Stage } from '../../records/stage-report.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { requiredStages } from '../../verdict/required-stages.ts';
import { type Shipping, shippingOf } from '../../verdict/shipping.ts';
import { type StageRun, stageRuns } from '../../verdict/stage-runs.ts';
import { chunksOf } from '../chunks.ts';
import type { MarkView } from '../mark-view.ts';
import { CELL_MARKS, type CellState, STAGE_WORDS } from '../stage-texts.ts';
import { measuredInShort } from './measured-in-short.ts';
import { runLink } from './run-link.ts';
import { bindingIn, runState } from './run-state.ts';

/** A stage of a module. */
export interface StageCell {
  state: CellState;
  mark: MarkView;
  /** Not of what ships; null where it is, or where nothing is known. */
  binding: MarkView | null;
  /** "attempt 2 of 3"; null where nothing was run, or only once. */
  attempt: string | null;
  /** What was measured, in a few words each. */
  measured: string[];
  /** The stage's page; null where nothing was run. */
  href: string | null;
}

/** A row of the grid. */
export interface StageRow {
  stage: Stage;
  number: string;
  name: string;
  needed: boolean;
  cells: StageCell[];
}

/** Stages in their order, by module. */
export interface StageGrid {
  /** Heads of the columns; null for the whole release. */
  columns: (string | null)[];
  rows: StageRow[];
  /** Modules that did not move. */
  still: string[];
  /** True where the policy says nothing of which stages are needed. */
  silent: boolean;
}

/** Columns of the grid on a dossier's own page. */
const COLUMNS = 8;
/** Columns with which the cells of a grid still say what was measured. */
const MEASURED_COLUMNS = 24;

/** States in which nobody has to look at a cell. */
export const FINE: ReadonlySet<CellState> = new Set(['passed', 'whole', 'apart', 'not needed']);

/** The columns that a dossier's own page has room for, in their order: those that need eyes before all others. */
export function shortGrid(grid: StageGrid): { grid: StageGrid; whole: boolean } {
  if (grid.columns.length <= COLUMNS) return { grid, whole: true };
  const faults = grid.columns.map(
    (_, index) => grid.rows.filter(({ cells }) => !FINE.has(cells[index]?.state ?? 'passed')).length,
  );
  const kept = grid.columns
    .map((_, index) => index)
    .sort((a, b) => (faults[b] ?? 0) - (faults[a] ?? 0))
    .slice(0, COLUMNS)
    .sort((a, b) => a - b);
  return { grid: withColumns(grid, kept), whole: false };
}

/** A wide grid cut into several, each with some of its columns. */
export function gridParts(grid: StageGrid): StageGrid[] {
  const brief = grid.columns.length > MEASURED_COLUMNS;
  const parts = chunksOf(
    grid.columns.map((_, index) => index),
    COLUMNS,
  );
  return parts.map((part) => {
    const cut = withColumns(grid, part);
    return brief ? withoutFigures(cut) : cut;
  });
}

function withColumns(grid: StageGrid, kept: readonly number[]): StageGrid {
  return {
    ...grid,
    columns: kept.map((index) => grid.columns[index] ?? null),
    rows: grid.rows.map((row) => ({ ...row, cells: kept.flatMap((index) => row.cells[index] ?? []) })),
  };
}

function withoutFigures(grid: StageGrid): StageGrid {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, measured: [], attempt: null })),
  }));
  return { ...grid, rows };
}

/** The grid of a dossier: every stage that is needed or was run. */
export function stageGrid(dossier: Dossier): StageGrid {
  const shipping = shippingOf(dossier);
  const runs = stageRuns(dossier.stages);
  const required = requiredStages(dossier);
  const judged = shipping.judged.map(({ id }) => id);
  const others = runs.flatMap(({ module }) => (module === null || judged.includes(module) ? [] : [module]));
  const whole = runs.some(({ module }) => module === null);
  const columns = [...judged, ...new Set(others), ...(whole ? [null] : [])];
  const stages = STAGES.filter(({ id }) => required?.includes(id) || runs.some(({ stage }) => stage === id));
  return {
    columns,
    rows: stages.map(({ id, number, name }) => {
      const own = runs.filter(({ stage }) => stage === id);
      const needed = required?.includes(id) ?? false;
      const cells = columns.map((module) =>
        cellOf(own, module, needed && judged.includes(module ?? ''), shipping),
      );
      return { stage: id, number, name, needed, cells };
    }),
    still: [...shipping.modules.values()].flatMap(({ id }) => (columns.includes(id) ? [] : [id])),
    silent: required === null,
  };
}

function cellOf(
  runs: readonly StageRun[],
  module: string | null,
  needed: boolean,
  shipping: Shipping,
): StageCell {
  const run = runs.find((candidate) => candidate.module === module);
  if (run !== undefined) return runCell(run, shipping);
  if (module === null) return emptyCell('apart');
  const isWhole = runs.some((candidate) => candidate.module === null);
  return emptyCell(isWhole ? 'whole' : needed ? 'missing' : 'not needed');
}

function runCell(run: StageRun, shipping: Shipping): StageCell {
  const state = runState(run);
  const shown = run.counts ?? run.attempts.at(-1);
  return {
    state,
    mark: CELL_MARKS[state],
    binding: bindingIn(shipping, run)?.mark ?? null,
    attempt:
      run.attempts.length > 1 ? STAGE_WORDS.attempt(shown?.data.attempt ?? 1, run.attempts.length) : null,
    measured: shown === undefined ? [] : measuredInShort(shown.data.measured),
    href: runLink(run),
  };
}

function emptyCell(state: CellState): StageCell {
  return { state, mark: CELL_MARKS[state], binding: null, attempt: null, measured: [], href: null };
}
