import { withoutAddresses } from '../../message/text.ts';
import { oneLine } from '../report-values.ts';

/**
 * Suites, class and test in one name. What repeats the part before it is left out, for most tools name a suite by its
 * class.
 */
export function caseName(suites: readonly string[], className: string, test: string): string {
  const parts = [...suites, className, test].map(clean).filter((part) => part !== '');
  return parts.filter((part, index) => part !== parts[index - 1]).join(' › ') || '(a test without a name)';
}

/** A tool's name for a suite, a class or a test as records may have it. */
function clean(part: string): string {
  return NOT_PLAIN.test(part) ? withoutAddresses(oneLine(part)) : part.trim();
}

/** Most names are plain, and there may be millions. */
const NOT_PLAIN = /[^\x20-\x7e]| {2}|@/;
