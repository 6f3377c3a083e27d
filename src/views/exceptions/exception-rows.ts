import type { ReleaseOutcome } from '../controls/release-outcome.ts';
import type { Whereabouts } from '../exception-texts.ts';
import { controlRows } from './control-rows.ts';
import { emergencyRows } from './emergency-rows.ts';
import { type ExceptionRow, URGENCIES } from './exception-row.ts';
import { waiverRows } from './waiver-rows.ts';

/** A product's releases, and those that run in production. */
export interface ExceptionSource {
  name: string;
  outcomes: readonly ReleaseOutcome[];
  running: ReadonlySet<string>;
}

/** All rows of a product, release by release. */
export function exceptionRows({ name, outcomes, running }: ExceptionSource, now: string): ExceptionRow[] {
  return outcomes.flatMap((outcome) => {
    const context = { name, outcome, whereabouts: whereaboutsOf(outcome, running), now };
    return [...controlRows(context), ...waiverRows(context), ...emergencyRows(context)];
  });
}

/** The rows of all products, the most urgent first. */
export function byUrgency(products: readonly (readonly ExceptionRow[])[]): ExceptionRow[] {
  return products.flat().sort(compareUrgency);
}

function whereaboutsOf(
  { version, open, inProduction }: ReleaseOutcome,
  running: ReadonlySet<string>,
): Whereabouts | null {
  if (running.has(version)) return 'running';
  if (open) return 'open';
  return inProduction === null ? null : 'ran';
}

const PLACES: readonly (Whereabouts | null)[] = ['running', 'open', 'ran', null];

/** What runs now before what ran once; of two, the one that ends first; what has no end comes last. */
function compareUrgency(left: ExceptionRow, right: ExceptionRow): number {
  return (
    URGENCIES.indexOf(left.urgency) - URGENCIES.indexOf(right.urgency) ||
    PLACES.indexOf(left.whereabouts) - PLACES.indexOf(right.whereabouts) ||
    endOf(left) - endOf(right)
  );
}

function endOf({ until, urgency }: ExceptionRow): number {
  if (until === null) return Number.MAX_SAFE_INTEGER;
  return urgency === 'past' ? -Date.parse(until) : Date.parse(until);
}
