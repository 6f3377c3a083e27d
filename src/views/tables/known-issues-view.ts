import type { KnownIssueRow, KnownIssueTable } from '../../notes/tables/known-issues.ts';
import { type ListPages, mapPages, settledPages } from '../paging/settled-pages.ts';
import { TEXTS } from '../texts.ts';
import { shortDateOf, type TimeView } from '../time-view.ts';
import { affectedText } from './affected-text.ts';
import { ROOM, weightOf } from './pages.ts';
import { type ReleaseLink, releaseLink } from './release-link.ts';
import { sentenceCase } from './sentence-case.ts';

/** A known issue, as a page shows it. */
export interface KnownIssueView {
  open: boolean;
  href: string;
  title: string;
  html: string;
  workaroundHtml: string | null;
  found: TimeView;
  toldIn: ReleaseLink;
  affects: string;
  fixedIn: ReleaseLink[];
}

/** A page of them: open ones, then those that are fixed. */
export interface KnownIssuePage {
  open: KnownIssueView[];
  fixed: KnownIssueView[];
}

/** All known issues as pages, the open ones first. */
export function knownIssuePages({ rows }: KnownIssueTable): ListPages<KnownIssuePage> {
  return mapPages(settledPages(rows.map(knownIssueView), ROOM, weightOfIssue), (issues) => ({
    open: issues.filter(({ open }) => open),
    fixed: issues.filter(({ open }) => !open),
  }));
}

/** What the table says where no issue is open, or none is known at all. */
export function noKnownIssues({ rows, latest }: KnownIssueTable): string {
  const words = TEXTS.tables;
  if (latest === null) return words.noReleases;
  return rows.length === 0 ? words.known.empty(latest) : words.known.noneOpen(latest);
}

export function knownIssueView({ release, issue, affects, fixedIn, open }: KnownIssueRow): KnownIssueView {
  return {
    open,
    href: issue.address,
    title: issue.title,
    html: issue.html,
    workaroundHtml: issue.workaroundHtml === null ? null : sentenceCase(issue.workaroundHtml),
    found: shortDateOf(`${issue.found}T00:00:00+00:00`),
    toldIn: releaseLink(release),
    affects: affectedText(affects),
    fixedIn: fixedIn.map(releaseLink),
  };
}

function weightOfIssue({ html, workaroundHtml, fixedIn }: KnownIssueView): number {
  return 26 + 2 * Math.min(fixedIn.length, 5) + weightOf(html) + weightOf(workaroundHtml ?? '');
}
