const SECOND = 1000;
const UNITS = [
  { milliseconds: 86_400 * SECOND, name: 'day', short: false },
  { milliseconds: 3600 * SECOND, name: 'h', short: true },
  { milliseconds: 60 * SECOND, name: 'min', short: true },
  { milliseconds: SECOND, name: 's', short: true },
] as const;

/** Does not break: a length of time is read as one word. */
const SPACE = '\u00a0';

/** A length of time by its two largest units: "43 s", "24 min", "5 h 12 min", "3 days 4 h", "41 days". */
export function ageText(milliseconds: number): string {
  const whole = Math.max(0, milliseconds);
  const first = UNITS.findIndex((unit) => whole >= unit.milliseconds);
  if (first === -1) return inUnit(0, 's', true);
  const parts: string[] = [];
  let left = whole;
  for (const { milliseconds: size, name, short } of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(inUnit(count, name, short));
  }
  return isLong(whole) ? (parts[0] ?? '') : parts.join(SPACE);
}

/** After ten days nobody asks for the hours. */
function isLong(milliseconds: number): boolean {
  return milliseconds >= 10 * UNITS[0].milliseconds;
}

function inUnit(count: number, name: string, short: boolean): string {
  return `${count.toLocaleString('en-GB')}${SPACE}${name}${short || count === 1 ? '' : 's'}`;
}
