import type { ReleasePart } from '../records/release.ts';
import { compareVersions, parseVersion } from './version-order.ts';

/** What a release does with a third-party part. "unknown" where nothing tells what was there before. */
export type PartMove = 'added' | 'removed' | 'updated' | 'downgraded' | 'same' | 'unknown';

/** Tells how a part moved. Ranges are compared by the version that they begin with. */
export function partMove({ version, previous }: Pick<ReleasePart, 'version' | 'previous'>): PartMove {
  if (previous === undefined) return 'unknown';
  if (previous === null) return 'added';
  if (version === null) return 'removed';
  if (isSameVersion(version, previous)) return 'same';
  return isBelow(version, previous) ? 'downgraded' : 'updated';
}

/** True where a release changes a part. */
export function hasMoved(part: Pick<ReleasePart, 'version' | 'previous'>): boolean {
  const move = partMove(part);
  return move !== 'same' && move !== 'unknown';
}

/** "v1.2.0" and "1.2.0" are one version. */
export function isSameVersion(left: string, right: string): boolean {
  return withoutMark(left) === withoutMark(right);
}

function withoutMark(version: string): string {
  return version.replace(/^[v=\s]+/i, '');
}

function isBelow(version: string, previous: string): boolean {
  const [now, before] = [beginning(version), beginning(previous)];
  return parseVersion(now) !== null && parseVersion(before) !== null && compareVersions(now, before) < 0;
}

function beginning(range: string): string {
  return range.replace(/^[v=~^\s]+/i, '');
}
