import type { Vulnerability } from '../../records/stage-report.ts';

/** Findings of a scan beside those of an earlier one. */
export interface ScanChanges {
  /** Found now and not before. */
  fresh: Vulnerability[];
  /** Found before and now. */
  still: Vulnerability[];
  /** Found before and not now. */
  fixed: Vulnerability[];
}

/** Compares two scans. A finding is the same where its id and what has it are, whatever the version of that. */
export function scanChanges(now: readonly Vulnerability[], before: readonly Vulnerability[]): ScanChanges {
  const [present, past] = [new Set(now.map(keyOf)), new Set(before.map(keyOf))];
  return {
    fresh: now.filter((one) => !past.has(keyOf(one))),
    still: now.filter((one) => past.has(keyOf(one))),
    fixed: before.filter((one) => !present.has(keyOf(one))),
  };
}

function keyOf({ id, in: where }: Vulnerability): string {
  return `${id} ${where}`;
}
