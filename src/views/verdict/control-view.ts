import { spelledOut } from '../../markdown/harmless.ts';
import type { ControlId, Waiver } from '../../records/index.ts';
import type { Reason } from '../../verdict/control.ts';
import { CONTROLS } from '../../verdict/controls.ts';
import type { Dossier, Written } from '../../verdict/dossier.ts';
import type { Examined } from '../../verdict/verdict.ts';
import type { MarkView } from '../mark-view.ts';
import { anchorOf } from '../record-anchor.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { CONTROL_NAMES, RESULT_MARKS } from '../verdict-texts.ts';
import { plainTimes } from './plain-times.ts';
import type { RecordLinks } from './record-links.ts';
import { type Standing, standingOf } from './standing.ts';

/** Why a control came out as it did, and where that is shown. */
export interface ReasonView {
  text: string;
  href: string | null;
}

/** Somebody who answers for a control. */
export interface WaiverView {
  anchor: string;
  by: string;
  at: TimeView;
  until: TimeView;
  /** The reason, as it was written. */
  why: string;
  /** False where it is over, not begun, or of nobody who may. */
  counts: boolean;
  path: string;
}

/** A control as auditors see it. */
export interface ControlView {
  id: ControlId;
  anchor: string;
  name: string;
  standing: Standing;
  mark: MarkView;
  /** The rule. */
  sentence: string;
  /** Clauses of outside frameworks. */
  clauses: readonly string[];
  reasons: ReasonView[];
  /** Reasons for which there is no room, a line each. */
  further: string[];
  waivers: WaiverView[];
}

/** One control of a verdict, with at most `room` linked reasons. */
export function controlView(
  examined: Examined,
  dossier: Dossier,
  links: RecordLinks,
  room: number,
): ControlView {
  const { id } = examined;
  const standing = standingOf(examined);
  const rule = CONTROLS.find((control) => control.id === id);
  const { timeZone } = dossier.policy.data;
  const waivers = dossier.waivers.filter(({ data }) => data.control === id);
  const valid = waivers.find((waiver) => isValid(waiver, examined));
  const reasons = valid === undefined ? examined.reasons : examined.reasons.slice(1);
  const words = ({ text }: Reason): string => plainTimes(spelledOut(text), timeZone);
  return {
    id,
    anchor: controlAnchor(id),
    name: CONTROL_NAMES[id],
    standing,
    mark: RESULT_MARKS[standing],
    sentence: rule?.sentence ?? '',
    clauses: rule?.clauses ?? [],
    reasons: reasons.slice(0, room).map((reason) => ({ text: words(reason), href: links(reason.record) })),
    further: reasons.slice(room).map(words),
    waivers: waivers.map((waiver) => waiverView(waiver, waiver === valid, timeZone)),
  };
}

/** Where a control stands on the page of the verdict. */
export function controlAnchor(id: ControlId): string {
  return `control-${id}`;
}

/** The waiver that counts is the first reason; it is shown by itself, and would say the same again. */
function isValid({ path }: Written<Waiver>, { result, reasons }: Examined): boolean {
  return result === 'waived' && reasons[0]?.record === path;
}

function waiverView({ data, body, path }: Written<Waiver>, counts: boolean, timeZone: string): WaiverView {
  return {
    anchor: anchorOf('waiver', path),
    by: data.by,
    at: momentOf(data.at, timeZone),
    until: momentOf(data.until, timeZone),
    why: spelledOut(body.trim()),
    counts,
    path,
  };
}
