import { instantOf } from '../instant.ts';

/**
 * Slack's time of a message, "1738578600.000100", as records write times. It is seconds in UTC and a counter, as text:
 * a number would lose digits of it.
 */
export function slackInstant(ts: string): string {
  return instantOf(Number(ts.split('.')[0]));
}

/** Orders Slack's times without making numbers of them. */
export function compareSlackTimes(left: string, right: string): number {
  const [a, b] = [comparable(left), comparable(right)];
  return a < b ? -1 : Number(a > b);
}

function comparable(ts: string): string {
  const [seconds = '', counter = ''] = ts.split('.');
  return `${seconds.padStart(20, '0')}.${counter.padEnd(20, '0')}`;
}
