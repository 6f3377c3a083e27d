import { toInstant } from '../../history/product-clock.ts';
import { ENVIRONMENTS } from '../deployment-texts.ts';
import type { MarkView } from '../mark-view.ts';
import type { LineList } from '../stages/measured-block.ts';
import { listOf } from '../stages/measured-block.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { eventHref } from './deployment-links.ts';
import { driftNote } from './drift-table.ts';
import { type EnvironmentHead, environmentHead } from './environment-head.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { inModuleOrder } from './module-order.ts';

/** A module in an environment. */
export interface MatrixCell {
  /** Null where it does not run. */
  runs: { version: string; since: TimeView; href: string } | null;
  /** How it differs from the environment before; null where it does not. */
  drift: { mark: MarkView; text: string } | null;
}

/** A row of the matrix. */
export interface MatrixRow {
  module: string;
  cells: MatrixCell[];
}

/** Modules by environment, in the policy's order. */
export interface EnvironmentMatrix {
  columns: EnvironmentHead[];
  rows: MatrixRow[];
  /** Modules for which there is no room, a line each. */
  further: LineList[];
}

/** Nodes for modules, and what a cell of them takes: the page stays below 2,500. */
const ROOM = 1100;
const CELL = 9;

/** What runs where. Where there is no room for all modules, those that differ come first. */
export function environmentMatrix(product: ProductEnvironments): EnvironmentMatrix {
  const { environments, policy } = product;
  const ids = environments.flatMap(({ running }) => [...running.modules.keys()]);
  const rows = inModuleOrder(ids, policy).map((module) => rowOf(module, product));
  const room = Math.max(5, Math.floor(ROOM / (2 + CELL * environments.length)));
  const ordered =
    rows.length <= room ? rows : [...rows.filter(differs), ...rows.filter((row) => !differs(row))];
  const lines = ordered.slice(room).map((row) => lineOf(row, environments));
  return {
    columns: environments.map((each) => environmentHead(each, product)),
    rows: ordered.slice(0, room),
    further: listOf(ENVIRONMENTS.further(lines.length), lines),
  };
}

function differs({ cells }: MatrixRow): boolean {
  return cells.some(({ drift }) => drift !== null);
}

function rowOf(module: string, product: ProductEnvironments): MatrixRow {
  return { module, cells: product.environments.map((each) => cellOf(module, each, product)) };
}

function cellOf(
  module: string,
  { environment, running }: EnvironmentNow,
  product: ProductEnvironments,
): MatrixCell {
  const found = running.modules.get(module);
  return {
    runs:
      found === undefined
        ? null
        : {
            version: found.module.version,
            since: momentOf(toInstant(found.event.settled), product.policy.timeZone),
            href: eventHref(found.event),
          },
    drift: driftNote(module, environment.id, product),
  };
}

function lineOf({ module, cells }: MatrixRow, environments: readonly EnvironmentNow[]): string {
  const told = cells.map(
    ({ runs }, index) => `${environments[index]?.environment.id} ${runs?.version ?? ENVIRONMENTS.notThere}`,
  );
  return `${module}: ${told.join(', ')}`;
}
