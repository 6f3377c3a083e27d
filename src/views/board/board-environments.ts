import { DEPLOYED, ENVIRONMENTS } from '../deployment-texts.ts';
import {
  backCell,
  type EnvironmentHead,
  environmentHead,
  statesCell,
} from '../deployments/environment-head.ts';
import type { ProductEnvironments } from '../deployments/environment-now.ts';
import { versionPart } from '../deployments/release-link.ts';
import { type FactPart, linkPart, markPart, textPart, timePart } from '../fact-view.ts';
import { environmentsPath } from '../paths.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';

/** What runs where of one product. */
export interface BoardEnvironments {
  name: string;
  href: string;
  /** Anchor of its heading. */
  anchor: string;
  table: TableView;
}

/** Environments of all products beside everything else of the board, below 2,500 DOM nodes. */
const ROOM = 16;

/** What runs where of all products, as far as there is room, and how many environments there was none for. */
export function boardEnvironments(products: readonly ProductEnvironments[]): {
  blocks: BoardEnvironments[];
  further: number;
} {
  const all = products.flatMap((product) => product.environments.map((each) => ({ each, product })));
  const shown = Map.groupBy(all.slice(0, ROOM), ({ product }) => product);
  return {
    blocks: [...shown].map(([product, group]) =>
      blockOf(
        group.map(({ each }) => environmentHead(each, product)),
        product,
      ),
    ),
    further: Math.max(0, all.length - ROOM),
  };
}

function blockOf(heads: readonly EnvironmentHead[], product: ProductEnvironments): BoardEnvironments {
  const { environment, release, verdict, back, state, since } = DEPLOYED.board.columns;
  return {
    name: product.name,
    href: environmentsPath(product.product),
    anchor: `environments-${product.product}`,
    table: {
      caption: DEPLOYED.board.caption(product.name),
      columns: columnsOf([environment, release, verdict, back, state, since]),
      rows: heads.map((head) => rowOf(head, product)),
    },
  };
}

function rowOf(head: EnvironmentHead, product: ProductEnvironments): CellView[] {
  const { release } = head;
  return [
    [linkPart(head.name, head.href)],
    [release === null ? textPart('–') : versionPart(release.version, release.href)],
    [release === null ? textPart('–') : { is: 'mark', mark: release.verdict }],
    backCell(head),
    [...statesCell(head), ...driftParts(head, product)],
    [release === null ? textPart('–') : timePart(release.since)],
  ];
}

/** How many modules differ from the environment before. */
function driftParts({ id }: EnvironmentHead, { drift, product }: ProductEnvironments): FactPart[] {
  const own = drift.filter(({ later }) => later.environment === id);
  if (own.length === 0) return [];
  const isWorse = own.some(({ kind }) => kind === 'other image');
  const mark = isWorse
    ? markPart('danger', '▲', ENVIRONMENTS.drift.title)
    : markPart('caution', '≠', ENVIRONMENTS.drift.title);
  return [mark, linkPart(DEPLOYED.board.drift(own.length), `${environmentsPath(product)}#drift`)];
}
