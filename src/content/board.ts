// The release board. Only the internal edition's routes import this file.
import { productClock } from '../history/product-clock.ts';
import { type BoardEnvironments, boardEnvironments } from '../views/board/board-environments.ts';
import { type BoardRelease, boardRelease } from '../views/board/board-view.ts';
import { BOARD_ROOM, byUrgency, onBoard } from '../views/board/on-board.ts';
import type { ProductRollback } from '../views/deployments/rollback-rows.ts';
import { auditIndex } from './audit.ts';
import { readJudged } from './dossier.ts';
import { readPolicy } from './ledger.ts';
import { judgedAt } from './moment.ts';
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

/** Rollbacks on the board. */
const ROLLBACKS = 5;

/** The open and current releases of all products, the most urgent first. */
export function readBoard(): Board {
  const products = readProductPages();
  const names = new Map(products.map(({ id, product }) => [id, product.name]));
  const zones = new Set(products.map(({ id }) => zoneOf(id)));
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

function currentOf(product: string): ReturnType<typeof onBoard> {
  const clock = productClock(zoneOf(product));
  const today = clock.dayOf(judgedAt());
  const summaries = auditIndex(product).map(({ summary }) => summary);
  return onBoard(summaries, (instant) => clock.dayOf(instant) === today);
}

function zoneOf(product: string): string {
  return readPolicy(product)?.policy.timeZone ?? 'UTC';
}
