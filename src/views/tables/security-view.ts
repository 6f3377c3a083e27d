import type { SecurityRow } from '../../notes/tables/security.ts';
import type { MarkView } from '../mark-view.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import { vulnerabilityPath } from '../paths.ts';
import { TEXTS } from '../texts.ts';
import { affectedText } from './affected-text.ts';
import { ROOM } from './pages.ts';
import { type ReleaseLink, releaseLink } from './release-link.ts';
import { severityMark } from './severity-view.ts';
import { shortTitle } from './short-title.ts';
import { standingMark } from './standing-mark.ts';

/** A link with its words. */
export interface TextLink {
  text: string;
  href: string;
}

/** A vulnerability in a table. */
export interface SecurityView {
  /** The product's name, for a table of all products. */
  product: string;
  ids: TextLink[];
  title: string;
  /** Where its first fix is told of. */
  href: string;
  severity: MarkView;
  affected: string;
  fixedIn: ReleaseLink[];
  /** How the latest release stands to it; null where there is no release. */
  latest: MarkView | null;
}

/** A product's vulnerabilities, with what its rows need besides. */
export interface ProductSecurity {
  id: string;
  name: string;
  rows: readonly SecurityRow[];
}

/** A product's vulnerabilities as pages. */
export function securityPages(source: ProductSecurity): ListPages<SecurityView[]> {
  return settledPages(viewsOf(source), ROOM, weightOfView);
}

/** Those of all products, the newest first; one that several products had stands once for each of them. */
export function allSecurityPages(sources: readonly ProductSecurity[]): ListPages<SecurityView[]> {
  const all = sources.flatMap((source) =>
    source.rows.map((row) => ({ row, view: securityView(row, source) })),
  );
  all.sort((a, b) => newest(b.row).localeCompare(newest(a.row)));
  const groups = Map.groupBy(all, ({ row, view }) => row.ids[0] ?? view);
  const inOrder = [...groups.values()].flatMap((same) => same.map(({ view }) => view));
  return settledPages(inOrder, ROOM, weightOfView);
}

function viewsOf(source: ProductSecurity): SecurityView[] {
  return source.rows.map((row) => securityView(row, source));
}

function securityView(row: SecurityRow, { id, name }: ProductSecurity): SecurityView {
  return {
    product: name,
    ids: row.ids.map((one) => ({ text: one, href: vulnerabilityPath(id, one) })),
    title: shortTitle(row.title, row.ids),
    href: row.fixes[0]?.address ?? '',
    severity: severityMark(row.severity),
    affected: affectedText(row.affects),
    fixedIn: row.fixedIn.map(releaseLink),
    latest: row.latest === null ? null : standingMark(row.latest, TEXTS.tables.security.standingsShort),
  };
}

function newest({ fixes }: SecurityRow): string {
  return fixes.at(-1)?.release.date ?? '';
}

function weightOfView({ ids, fixedIn }: SecurityView): number {
  return 22 + 2 * ids.length + 2 * Math.min(fixedIn.length, 5);
}
