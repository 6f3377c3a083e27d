import { z } from 'zod';
import type { DeploymentOutcome } from '../../../src/records/index.ts';

/** What Helm says of a revision (helm.sh/helm, pkg/release/common/status.go). */
const HELM_STATUSES = [
  'unknown',
  'deployed',
  'uninstalled',
  'superseded',
  'failed',
  'uninstalling',
  'pending-install',
  'pending-upgrade',
  'pending-rollback',
] as const;
export type HelmStatus = (typeof HELM_STATUSES)[number];

/** Helm 2 wrote "PENDING_UPGRADE", and of what was uninstalled that it was deleted. */
const OF_HELM_2 = new Map([
  ['deleted', 'uninstalled'],
  ['deleting', 'uninstalling'],
]);

export const HelmStatusSchema = z
  .string()
  .transform((word) => word.trim().toLowerCase().replaceAll('_', '-'))
  .transform((word) => OF_HELM_2.get(word) ?? word)
  .pipe(z.enum(HELM_STATUSES, { error: ({ input }) => `"${String(input)}" is no status that Helm has` }));

/**
 * How a revision's deployment ended. "superseded" says that another one came after it, not that it was well: a rollback
 * that fails puts the word on whatever was there, failed or unfinished, and leaves the description.
 */
export function outcomeOf(status: HelmStatus, description: string, isLast: boolean): DeploymentOutcome {
  if (status === 'deployed') return 'succeeded';
  if (status === 'failed') return 'failed';
  // Only the last revision can be under way; whoever began an earlier one did not end it.
  if (status.startsWith('pending-')) return isLast ? 'running' : 'unknown';
  if (status !== 'superseded') return 'unknown';
  if (FAILED.test(description)) return 'failed';
  return UNFINISHED.test(description) ? 'unknown' : 'succeeded';
}

const FAILED = /^(?:Release|Upgrade|Rollback) "[^"]*" failed: |^failed to render resource: /;
/** The words of an installation with --replace take the place of what was said of the failed or uninstalled one. */
const UNFINISHED = /^(?:Initial install underway|Preparing upgrade|superseded by new release)$/;
const USUAL =
  /^(?:Install complete|Upgrade complete|Rollback to \d+|Uninstallation complete|Deletion complete|Deletion in progress \(or silently failed\)|Preparing (?:install|upgrade|rollback)|Initial install underway|superseded by new release|)$/;

/** A description's words where they are not the usual ones. */
export function wordsBeside(description: string): string {
  return USUAL.test(description.trim()) ? '' : description.trim();
}
