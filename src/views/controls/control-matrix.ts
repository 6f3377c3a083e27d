import { CONTROLS } from '../../verdict/controls.ts';
import { OPEN_MARK, SHORT_RESULTS } from '../control-texts.ts';
import type { MarkView } from '../mark-view.ts';
import { controlPath, dossierPath } from '../paths.ts';
import { shortDateOf, type TimeView } from '../time-view.ts';
import { CONTROL_NAMES, RESULT_MARKS, VERDICT_MARKS } from '../verdict-texts.ts';
import { outcomeHref } from './control-paths.ts';
import type { ReleaseStandings } from './release-outcome.ts';

/** How a control came out on a release: the way to why. */
export interface MatrixCell {
  mark: MarkView;
  href: string;
}

/** A release and all controls on it. */
export interface MatrixRow {
  version: string;
  href: string;
  at: TimeView | null;
  /** That it has no tag yet. */
  open: MarkView | null;
  prerelease: boolean;
  verdict: MarkView;
  /** In the order of the heads. */
  cells: (MatrixCell | null)[];
}

/** Controls by releases. */
export interface ControlMatrix {
  heads: { name: string; href: string }[];
  rows: MatrixRow[];
}

/** Releases that fill a page: twice as many, beside the table that counts, stay below 2,500 DOM nodes. */
export const MATRIX_ROWS = 16;

/** A page of the matrix. */
export function controlMatrix(product: string, outcomes: readonly ReleaseStandings[]): ControlMatrix {
  return {
    heads: CONTROLS.map(({ id }) => ({ name: CONTROL_NAMES[id], href: controlPath(product, id) })),
    rows: outcomes.map(rowOf),
  };
}

function rowOf(outcome: ReleaseStandings): MatrixRow {
  const { product, version, at, open, prerelease, verdict } = outcome;
  const controls = new Map(outcome.controls.map((control) => [control.id, control]));
  return {
    version,
    href: dossierPath(product, version),
    at: at === null ? null : shortDateOf(at),
    open: open ? OPEN_MARK : null,
    prerelease,
    verdict: VERDICT_MARKS[verdict],
    cells: CONTROLS.map(({ id }) => cellOf(controls.get(id), outcome)),
  };
}

function cellOf(
  control: ReleaseStandings['controls'][number] | undefined,
  { product, version }: ReleaseStandings,
): MatrixCell | null {
  if (control === undefined) return null;
  const mark = { ...RESULT_MARKS[control.standing], text: SHORT_RESULTS[control.standing] };
  return { mark, href: outcomeHref(product, version, control.id) };
}
