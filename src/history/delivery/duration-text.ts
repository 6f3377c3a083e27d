/** A unit in which durations are told. */
export interface DurationUnit {
  name: 'minutes' | 'hours' | 'days';
  milliseconds: number;
}

const MINUTES: DurationUnit = { name: 'minutes', milliseconds: 60_000 };
const HOURS: DurationUnit = { name: 'hours', milliseconds: 3_600_000 };
const DAYS: DurationUnit = { name: 'days', milliseconds: 86_400_000 };

/** The unit that people would choose: minutes up to two hours, hours up to two days, then days of 24 hours. */
export function unitOf(milliseconds: number): DurationUnit {
  if (milliseconds < 2 * HOURS.milliseconds) return MINUTES;
  return milliseconds < 2 * DAYS.milliseconds ? HOURS : DAYS;
}

/** "5.3": a duration in a unit. */
export function inUnit(milliseconds: number, unit: DurationUnit): string {
  return shortNumber(milliseconds / unit.milliseconds);
}

/** "5.3 hours". */
export function durationText(milliseconds: number): string {
  const unit = unitOf(milliseconds);
  return `${inUnit(milliseconds, unit)} ${unit.name}`;
}

/** A number with two digits behind the point below 1, else one. */
export function shortNumber(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 1 ? 2 : 1 });
}

/** "8.8": a share in percent. */
export function percentText(share: number): string {
  return (share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
