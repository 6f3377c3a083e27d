import { outcomeHref } from '../controls/control-paths.ts';
import type { ControlOutcome } from '../controls/release-outcome.ts';
import type { Standing } from '../verdict/standing.ts';
import { RESULT_MARKS } from '../verdict-texts.ts';
import { type ExceptionRow, type RowContext, releaseFields, type Urgency } from './exception-row.ts';

/** Reasons of a row; the verdict's page has all of them. */
const REASONS = 2;

/** Controls that fail or are unproven on a release that is open or came to production. */
export function controlRows(context: RowContext): ExceptionRow[] {
  if (context.whereabouts === null) return [];
  return context.outcome.controls.filter((control) => isOpen(control, context)).map(rowIn(context));
}

/** What judges deployments may wait only as long as there is none. */
function isOpen({ standing }: ControlOutcome, { outcome }: RowContext): boolean {
  if (standing === 'after') return outcome.inProduction !== null;
  return standing === 'fail' || standing === 'unproven';
}

/** Nobody can mend what has been replaced: it is told below what can be. */
function urgencyOf(standing: Standing, { whereabouts }: RowContext): Urgency {
  if (whereabouts === 'ran') return 'before';
  return standing === 'fail' ? 'now' : 'unproven';
}

function rowIn(context: RowContext) {
  const { product, version, at, inProduction } = context.outcome;
  return ({ id, standing, reasons, further }: ControlOutcome): ExceptionRow => ({
    ...releaseFields(context),
    urgency: urgencyOf(standing, context),
    state: RESULT_MARKS[standing === 'fail' ? 'fail' : 'unproven'],
    control: id,
    who: null,
    since: inProduction ?? at,
    until: null,
    expiry: null,
    reasons: reasons.slice(0, REASONS),
    further: further + Math.max(0, reasons.length - REASONS),
    href: outcomeHref(product, version, id),
  });
}
