// The release board. Only the internal edition's routes import this file.
import { productClock } from '../history/product-clock.ts';
import { type BoardEnvironments, boardEnvironments } from '../views/board/board-environments.ts';
import { type BoardRelease, boardRelease } from '../views/board/board-view.ts';
import { BOARD_ROOM, byUrgency, newestFirst, onBoard } from '../views/board/on-board.ts';
import type { ProductRollback } from '../views/deployments/rollback-rows.ts';
import type { DossierSummary } from '../views/dossier-view.ts';
import { auditIndex } from './audit.ts';
import { readJudged } from './dossier.ts';
import { timeZoneOf } from './ledger.ts';
import { once } from './once.ts';
import { todayOf } from './people.ts';
import { readEnvironments } from './product-environments.ts';
import { readRollbacks } from './rollbacks.ts';
import { readProductPages } from './sources.ts';

/** What stands on the board. */
export interface Board {
  releases: BoardRelease[];
  /** Releases for which it has no room. */
  further: number;
  /** The zone of the board's own time: the products', where they have one and the same. */
  timeZone: string;
  environments: BoardEnvironments[];
  /** Environments for which it has no room. */
  furtherEnvironments: number;
  /** The last rollbacks of all products, and how many there are. */
  rollbacks: { last: ProductRollback[]; count: number };
}

/** The releases of a product, as the first page tells of them. */
export interface ReleasesInShort {
  /** The newest ones, and how many there are. */
  last: DossierSummary[];
  count: number;
  /** The newest of those that something happened to, and how many these are. */
  eventful: DossierSummary[];
  eventfulCount: number;
}

/** Rollbacks on the board. */
const ROLLBACKS = 5;
/** Releases of each product that stand below the board. */
const LAST = 5;
/** Releases of all products that something happened to, below these. */
const EVENTFUL = 20;

/** The open and current releases of all products, the most urgent first. */
export function readBoard(): Board {
  const products = readProductPages();
  const names = new Map(products.map(({ id, product }) => [id, product.name]));
  const zones = new Set(products.map(({ id }) => timeZoneOf(id)));
  const [zone = 'UTC', ...others] = zones;
  const all = byUrgency(products.flatMap(({ id }) => currentOf(id)));
  const releases = all.slice(0, BOARD_ROOM).flatMap(({ product, version }) => {
    const judged = readJudged(product, version);
    return judged === null
      ? []
      : [boardRelease(names.get(product) ?? product, judged.dossier, judged.verdict)];
  });
  const { blocks, further } = boardEnvironments(products.flatMap(({ id }) => readEnvironments(id) ?? []));
  const rollbacks = readRollbacks();
  return {
    releases,
    further: Math.max(0, all.length - BOARD_ROOM),
    timeZone: others.length === 0 ? zone : 'UTC',
    environments: blocks,
    furtherEnvironments: further,
    rollbacks: { last: rollbacks.slice(0, ROLLBACKS), count: rollbacks.length },
  };
}

/** The releases of a product in short. */
export const readReleasesInShort: (product: string) => ReleasesInShort = once(
  'releases in short',
  (product) => {
    const summaries = summariesOf(product);
    const eventful = summaries.filter(({ events }) => events.length > 0).sort(newestFirst);
    return {
      ...{ last: summaries.slice(0, LAST), count: summaries.length },
      ...{ eventful: eventful.slice(0, EVENTFUL), eventfulCount: eventful.length },
    };
  },
  { kept: true },
);

/** Releases of all products that something happened to, the newest first, and how many more there are. */
export function eventfulReleases(all: readonly ReleasesInShort[]): {
  last: DossierSummary[];
  further: number;
} {
  const last = all
    .flatMap(({ eventful }) => eventful)
    .sort(newestFirst)
    .slice(0, EVENTFUL);
  const count = all.reduce((sum, { eventfulCount }) => sum + eventfulCount, 0);
  return { last, further: count - last.length };
}

/** On the same day, and without a new release, the board has the same ones. */
const currentOf = once(
  'releases on the board',
  (product): DossierSummary[] => {
    const clock = productClock(timeZoneOf(product));
    const today = todayOf(product);
    return onBoard(summariesOf(product), (instant) => clock.dayOf(instant) === today);
  },
  { kept: true },
);

function summariesOf(product: string): DossierSummary[] {
  return auditIndex(product).map(({ summary }) => summary);
}
