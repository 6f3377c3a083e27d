import { joined } from '../../src/history/joined.ts';

/** So many names are read in a sentence; the rest is counted. */
const NAMED = 4;

/** "a, b and c", or "a, b, c and 12 more". */
export function listed(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return joined(names);
  return `${names.slice(0, NAMED).join(', ')} and ${(names.length - NAMED).toLocaleString('en')} more`;
}
