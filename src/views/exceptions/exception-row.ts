import type { ControlId } from '../../records/index.ts';
import type { ReleaseOutcome } from '../controls/release-outcome.ts';
import type { Whereabouts } from '../exception-texts.ts';
import type { MarkView } from '../mark-view.ts';
import type { ReasonView } from '../verdict/control-view.ts';

/** How soon somebody has to do something, the most urgent first. */
export const URGENCIES = ['now', 'soon', 'unproven', 'standing', 'before', 'past'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Something that somebody has to answer for. */
export interface ExceptionRow {
  urgency: Urgency;
  state: MarkView;
  product: string;
  name: string;
  version: string;
  timeZone: string;
  whereabouts: Whereabouts | null;
  /** Null for an emergency. */
  control: ControlId | null;
  /** Who answers; null where nobody does. */
  who: string | null;
  since: string | null;
  /** When it ends, or votes are due; null where it has no end. */
  until: string | null;
  /** "expires in 5 days"; null where nothing ends, and where it calls for nobody any more. */
  expiry: string | null;
  reasons: ReasonView[];
  /** Reasons for which there is no room. */
  further: number;
  /** Where it is shown. */
  href: string;
}

/** A release that rows are made of, and when they are. */
export interface RowContext {
  name: string;
  outcome: ReleaseOutcome;
  whereabouts: Whereabouts | null;
  now: string;
}

/** What every row of a release says of it. */
export function releaseFields({
  name,
  outcome,
  whereabouts,
}: RowContext): Pick<ExceptionRow, 'product' | 'name' | 'version' | 'timeZone' | 'whereabouts'> {
  const { product, version, timeZone } = outcome;
  return { product, name, version, timeZone, whereabouts };
}
