import type { DossierSummary } from '../dossier-view.ts';

/** How many releases of all products stand on the board with everything that they wait for. */
export const BOARD_ROOM = 8;

/**
 * The releases of a product that people look at today: those that are open, those of today, and the latest final one.
 * `today` tells whether a moment is today in the product's zone.
 */
export function onBoard(
  summaries: readonly DossierSummary[],
  today: (instant: string) => boolean,
): DossierSummary[] {
  const open = summaries.filter((summary) => summary.open);
  const made = summaries.filter((summary) => !summary.open && summary.commit !== null).sort(newestFirst);
  const latest = made.find(({ prerelease }) => !prerelease);
  return [...open, ...made.filter((summary) => summary === latest || today(summary.instant))];
}

/** Open ones first, the most urgent of them on top; then made ones, the newest first. */
export function byUrgency(summaries: readonly DossierSummary[]): DossierSummary[] {
  const open = summaries.filter((summary) => summary.open).sort((a, b) => (a.instant < b.instant ? -1 : 1));
  const made = summaries.filter((summary) => !summary.open).sort(newestFirst);
  return [...open, ...made];
}

/** The newest release first. */
export function newestFirst(a: DossierSummary, b: DossierSummary): number {
  return a.instant < b.instant ? 1 : -1;
}
