import type { BreakingEntry, BreakingRow, BreakingTable, EntryFate } from '../../notes/tables/breaking.ts';
import { toldWithdrawals } from '../../notes/told-withdrawals.ts';
import type { Product } from '../../records/product.ts';
import { type ListPages, mapPages, settledPages } from '../paging/settled-pages.ts';
import { TEXTS } from '../texts.ts';
import { moduleNames } from './module-names.ts';
import { ROOM, weightOf } from './pages.ts';
import { type ReleaseLink, releaseLink } from './release-link.ts';

/** A breaking change or something to do, as a page shows it. */
export interface BreakingEntryView {
  href: string;
  title: string;
  html: string;
  action: boolean;
  breaking: boolean;
  modules: string[];
  fate: EntryFate;
  /** Releases that took it back, and those that brought it again. */
  withdrawnIn: string[];
  restoredIn: string[];
}

/** A release with what breaks in it; one that goes on from the page before shows its name again. */
export interface BreakingReleaseView {
  release: ReleaseLink;
  /** Address of its upgrade notes; null where it has none. */
  upgradeNotes: string | null;
  actionHtml: string;
  entries: BreakingEntryView[];
}

/** All breaking changes as pages of releases, the newest first. */
export function breakingPages({ rows }: BreakingTable, product: Product): ListPages<BreakingReleaseView[]> {
  const pieces = rows.flatMap((row) => piecesOf(row).map((piece) => viewOf(piece, product)));
  return mapPages(settledPages(pieces, ROOM, weightOfPiece), joined);
}

/** What the table says of itself in one sentence or two. */
export function breakingSummary({ changes, withdrawn, since, rows }: BreakingTable): string {
  const words = TEXTS.tables;
  if (since === null) return words.noReleases;
  if (rows.length === 0) return words.breaking.empty(since);
  const count = words.breaking.count(Math.max(changes, 1), since);
  return withdrawn === 0 ? count : `${count} ${words.breaking.withdrawn(withdrawn, changes - withdrawn)}`;
}

/** A release with many entries can be cut between any two. */
function piecesOf(row: BreakingRow): BreakingRow[] {
  if (row.entries.length < 2) return [row];
  return row.entries.map((one, index) => ({
    ...row,
    actionHtml: index === 0 ? row.actionHtml : '',
    entries: [one],
  }));
}

function joined(pieces: readonly BreakingReleaseView[]): BreakingReleaseView[] {
  const releases: BreakingReleaseView[] = [];
  for (const piece of pieces) {
    const last = releases.at(-1);
    if (last?.release.version === piece.release.version) last.entries.push(...piece.entries);
    else releases.push({ ...piece, entries: [...piece.entries] });
  }
  return releases;
}

function viewOf(
  { release, actionHtml, upgradeNotes, entries }: BreakingRow,
  product: Product,
): BreakingReleaseView {
  return {
    release: releaseLink(release),
    upgradeNotes: upgradeNotes ? `${release.address}#upgrade` : null,
    actionHtml,
    entries: entries.map((one) => entryView(one, product)),
  };
}

function entryView({ entry, fate }: BreakingEntry, product: Product): BreakingEntryView {
  return {
    href: entry.address,
    title: entry.title,
    html: entry.html,
    action: entry.section === 'action',
    breaking: entry.breaking,
    modules: moduleNames(entry.modules, product),
    fate,
    withdrawnIn: [...new Set(toldWithdrawals(entry).map((one) => one.in))],
    restoredIn: [...new Set(toldWithdrawals(entry).flatMap(({ restoredIn }) => restoredIn ?? []))],
  };
}

function weightOfPiece({ entries, actionHtml }: BreakingReleaseView): number {
  const html = entries.reduce((sum, entry) => sum + weightOf(entry.html) + entry.modules.length + 18, 0);
  return 14 + weightOf(actionHtml) + html;
}
