import { isBlessedOnly } from '../../records/process.ts';
import { ENVIRONMENT } from '../deployment-texts.ts';
import {
  type ListPage,
  type ListPages,
  listPage,
  type PageNumber,
  settledPages,
} from '../paging/settled-pages.ts';
import { type EnvironmentHead, environmentHead } from './environment-head.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { HISTORY_PER_PAGE, type HistoryEntry, historyEntries } from './history-entries.ts';
import { type HistoryRow, historyRow } from './history-rows.ts';
import { type ReleaseStrip, releaseStrip } from './release-strip.ts';

/** A page of an environment's history. */
export interface HistoryPage extends ListPage<HistoryRow[]> {
  strip: ReleaseStrip | null;
}

/** What an environment's page begins with. */
export interface EnvironmentTop {
  head: EnvironmentHead;
  /** What may run here. */
  rule: string;
}

/** The top of an environment's page. */
export function environmentTop(now: EnvironmentNow, product: ProductEnvironments): EnvironmentTop {
  const { environment, listed } = now;
  const rule = isBlessedOnly(environment) ? ENVIRONMENT.blessedOnly : ENVIRONMENT.anyMayRun;
  return { head: environmentHead(now, product), rule: listed ? rule : ENVIRONMENT.unlisted };
}

/** An environment's history as pages. */
export function historyPages(now: EnvironmentNow): ListPages<HistoryEntry[]> {
  return settledPages(historyEntries(now), HISTORY_PER_PAGE);
}

/** One page of an environment's history. What ran last on a numbered page ran until what the next one begins with. */
export function historyPage(
  now: EnvironmentNow,
  product: ProductEnvironments,
  page: PageNumber,
  pages: ListPages<HistoryEntry[]> = historyPages(now),
): HistoryPage {
  const { timeZone } = product.policy;
  const at = listPage(pages, page);
  const newer = page === null ? undefined : eventsOf(listPage(pages, at.newer).content).at(-1);
  const events = eventsOf(at.content).reverse();
  return {
    ...at,
    content: at.content.map((entry) => historyRow(entry, now.environment, timeZone)),
    strip: releaseStrip(events, Math.min(product.now, newer?.began ?? product.now), timeZone),
  };
}

function eventsOf(entries: readonly HistoryEntry[]) {
  return entries.flatMap((entry) => (entry.is === 'deployment' ? [entry.event] : []));
}
