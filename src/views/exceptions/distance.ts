import { EXCEPTIONS } from '../exception-texts.ts';

const HOUR = 3_600_000;
/** Up to two days hours matter. */
const IN_HOURS = 48;

/** How far a moment is away: "in 5 days", "3 hours ago". Whole units only, rounded down. */
export function distanceText(instant: string, now: string): string {
  const hours = (Date.parse(instant) - Date.parse(now)) / HOUR;
  const size = sizeText(Math.abs(hours));
  return hours < 0 ? EXCEPTIONS.ago(size) : EXCEPTIONS.inTime(size);
}

function sizeText(hours: number): string {
  if (hours < 1) return EXCEPTIONS.lessThanAnHour;
  return hours < IN_HOURS ? EXCEPTIONS.hours(Math.floor(hours)) : EXCEPTIONS.days(Math.floor(hours / 24));
}
