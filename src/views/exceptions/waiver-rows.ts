import { outcomeHref } from '../controls/control-paths.ts';
import type { WaiverOutcome } from '../controls/waiver-outcome.ts';
import { EXCEPTION_MARKS, EXCEPTIONS } from '../exception-texts.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { distanceText } from './distance.ts';
import { type ExceptionRow, type RowContext, releaseFields, type Urgency } from './exception-row.ts';

/** A waiver that ends within these days has to be thought of. */
const SOON = 14 * 24 * 3_600_000;

type WaiverState = Extract<keyof typeof EXCEPTION_MARKS, 'counts' | 'ending' | 'void' | 'expired' | 'over'>;

const URGENCY: Record<WaiverState, Urgency> = {
  counts: 'standing',
  ending: 'soon',
  void: 'now',
  expired: 'now',
  over: 'past',
};

/** All waivers of a release, those that are over as well. */
export function waiverRows(context: RowContext): ExceptionRow[] {
  const { outcome, now } = context;
  return outcome.waivers.map((waiver) => {
    const state = stateOf(waiver, context);
    return {
      ...releaseFields(context),
      urgency: URGENCY[state],
      state: EXCEPTION_MARKS[state],
      control: waiver.control,
      who: waiver.by,
      since: waiver.at,
      until: waiver.until,
      // Of what calls for nobody, its day says enough: pages of it need not be made anew each time.
      expiry: state === 'over' ? null : expiryOf(waiver, now),
      reasons: reasonsOf(waiver, outcome.timeZone),
      further: 0,
      href: waiver.href ?? outcomeHref(outcome.product, outcome.version, waiver.control),
    };
  });
}

/** One that nothing needs any more calls for nobody, whatever is wrong with it. */
function stateOf(waiver: WaiverOutcome, { now, whereabouts, outcome }: RowContext): WaiverState {
  if (waiver.counts) return Date.parse(waiver.until) - Date.parse(now) < SOON ? 'ending' : 'counts';
  if (waiver.needless || waiver.objection === null || whereabouts === null) return 'over';
  // Somebody has answered for it again since.
  if (outcome.waivers.some(({ control, counts }) => counts && control === waiver.control)) return 'over';
  return waiver.until <= now ? 'expired' : 'void';
}

function expiryOf({ until }: WaiverOutcome, now: string): string {
  const distance = distanceText(until, now);
  return until <= now ? EXCEPTIONS.expired(distance) : EXCEPTIONS.expires(distance);
}

function reasonsOf({ why, objection, needless, counts, href }: WaiverOutcome, timeZone: string) {
  const more = objection === null ? null : plainTimes(objection, timeZone);
  const spare = needless ? EXCEPTIONS.needless : EXCEPTIONS.otherCounts;
  const remark = counts ? null : (more ?? spare);
  return [{ text: why, href }, ...(remark === null ? [] : [{ text: remark, href: null }])];
}
