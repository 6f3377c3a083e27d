import { toInstant } from '../../../src/history/product-clock.ts';
import { Fault, type Policy } from '../../../src/records/index.ts';
import { readTime, toldTime } from './product-time.ts';

/** The longest time that one waiver lasts. Whoever needs more says so again, and why. */
export const LONGEST_DAYS = 90;

const DAY = 86_400_000;

/**
 * When a waiver ends: a number of days from now, or a time; a day alone counts to its last minute. Throws a Fault for an
 * end that is past or further away than 90 days.
 */
export function waiverEnd(text: string, { timeZone }: Policy, now: string): string {
  const days = /^(\d{1,4}) ?(?:d|days?)?$/i.exec(text.trim())?.[1];
  const until =
    days === undefined
      ? readTime(text, { option: '--until', timeZone, now, timeOfDay: '23:59' })
      : toInstant(Date.parse(now) + Number(days) * DAY);
  if (until <= now)
    throw new Fault(`--until ${text}: that is over already`, { hint: 'Write a time that is to come.' });
  const latest = toInstant(Date.parse(now) + LONGEST_DAYS * DAY);
  if (until <= latest) return until;
  throw new Fault(`--until ${text}: a waiver lasts ${LONGEST_DAYS} days at most`, {
    hint: `The latest end is ${toldTime(latest, timeZone)}. It can be waived again before then, with a reason.`,
  });
}
