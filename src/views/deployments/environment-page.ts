import { isBlessedOnly } from '../../records/process.ts';
import { chunksOf } from '../chunks.ts';
import { ENVIRONMENT } from '../deployment-texts.ts';
import { type EnvironmentHead, environmentHead } from './environment-head.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { HISTORY_PER_PAGE, type HistoryEntry, historyEntries } from './history-entries.ts';
import { type HistoryRow, historyRow } from './history-rows.ts';
import { type ReleaseStrip, releaseStrip } from './release-strip.ts';

/** A page of an environment's history. */
export interface HistoryPage {
  page: number;
  pages: number;
  rows: HistoryRow[];
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

/** One page of an environment's history, counted from 1. */
export function historyPage(now: EnvironmentNow, product: ProductEnvironments, page: number): HistoryPage {
  const { timeZone } = product.policy;
  const pages = chunksOf(historyEntries(now), HISTORY_PER_PAGE);
  const entries = pages[page - 1] ?? [];
  const newer = eventsOf(pages[page - 2] ?? []).at(-1);
  const events = eventsOf(entries).reverse();
  return {
    page,
    pages: pages.length,
    rows: entries.map((entry) => historyRow(entry, now.environment, timeZone)),
    strip: releaseStrip(events, Math.min(product.now, newer?.began ?? product.now), timeZone),
  };
}

function eventsOf(entries: readonly HistoryEntry[]) {
  return entries.flatMap((entry) => (entry.is === 'deployment' ? [entry.event] : []));
}
