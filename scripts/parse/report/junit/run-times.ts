import { instantOf } from '../../instant.ts';
import { earliest, instantOfText } from '../report-values.ts';

/** Said of a report whose times could be of any place on earth. */
export const NO_ZONE = 'its time has no zone';

/** When a run began, by the timestamps of its suites: the earliest that has a zone. */
export function runTime(timestamps: readonly string[]): { ranAt?: string; doubts: string[] } {
  const ranAt = earliest(timestamps.map(zoned));
  if (ranAt !== undefined) return { ranAt, doubts: [] };
  return { doubts: timestamps.some(lacksZone) ? [NO_ZONE] : [] };
}

function lacksZone(timestamp: string): boolean {
  return /^\s*\d{4}-\d\d-\d\d/.test(timestamp) && !/(?:Z|[+-]\d\d:?\d\d)\s*$/i.test(timestamp);
}

const BASIC_OFFSET = /([+-]\d\d)(\d\d)$/;

function zoned(timestamp: string): string | undefined {
  const text = timestamp.trim().replace(/^(\d{4}-\d\d-\d\d) /, '$1T');
  if (/^\d{13}$/.test(text)) return instantOf(Number(text) / 1000);
  return instantOfText(text.replace(BASIC_OFFSET, '$1:$2'));
}
