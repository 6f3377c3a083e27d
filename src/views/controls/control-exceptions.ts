import type { ControlId } from '../../records/index.ts';
import { CONTROL_PAGE, CONTROLS_PAGE, OPEN_MARK } from '../control-texts.ts';
import { type FactPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { shortDateOf } from '../time-view.ts';
import { RESULT_MARKS, VERDICT } from '../verdict-texts.ts';
import { outcomeHref } from './control-paths.ts';
import { type ControlOutcome, type JudgedRelease, lineOf, type ReleaseOutcome } from './release-outcome.ts';
import type { WaiverOutcome } from './waiver-outcome.ts';

/** A release on which a control did not pass. */
export interface ControlException {
  release: JudgedRelease;
  control: ControlOutcome;
  /** Whose answer counts; null where nobody's does. */
  waiver: WaiverOutcome | null;
}

/** Rows that fill a page: twice as many stay below 2,500 DOM nodes. */
export const EXCEPTIONS_PER_PAGE = 50;

/** Every release on which a control failed, was unproven or waived, in the order of the releases. */
export function controlExceptions(id: ControlId, outcomes: readonly ReleaseOutcome[]): ControlException[] {
  return outcomes.flatMap((release) => {
    const control = release.controls.find((candidate) => candidate.id === id);
    if (control === undefined || control.standing === 'pass' || control.standing === 'after') return [];
    const waiver = release.waivers.find((each) => each.control === id && each.counts) ?? null;
    return [{ release: lineOf(release), control, waiver }];
  });
}

/** A page of them. */
export function exceptionsTable(exceptions: readonly ControlException[], caption: string): TableView {
  const { release, date, result, why } = CONTROLS_PAGE.columns;
  return { caption, columns: columnsOf([release, date, result, why]), rows: exceptions.map(rowOf) };
}

function rowOf({ release, control, waiver }: ControlException): CellView[] {
  const { product, version, at, open } = release;
  const href = outcomeHref(product, version, control.id);
  return [
    [linkPart(version, href), ...(open ? [{ is: 'mark', mark: OPEN_MARK } as const] : [])],
    at === null ? [textPart('–')] : [timePart(shortDateOf(at))],
    [{ is: 'mark', mark: RESULT_MARKS[control.standing] }],
    [...waiverParts(waiver), ...reasonParts(control, href)],
  ];
}

function waiverParts(waiver: WaiverOutcome | null): FactPart[] {
  if (waiver === null) return [];
  const words = `${VERDICT.waiver.by} ${waiver.by}: ${waiver.why}`;
  return [waiver.href === null ? textPart(words) : linkPart(words, waiver.href)];
}

function reasonParts({ reasons, further }: ControlOutcome, all: string): FactPart[] {
  const told = reasons.map(({ text, href }) => (href === null ? textPart(text) : linkPart(text, href)));
  return further === 0 ? told : [...told, linkPart(CONTROL_PAGE.more(further), all)];
}
