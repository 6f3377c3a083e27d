import type { RollbackEvent } from '../../history/deployments/rollbacks.ts';
import type { Running } from '../../history/deployments/running.ts';
import { ENVIRONMENT, ENVIRONMENTS } from '../deployment-texts.ts';
import { idPart, textPart } from '../fact-view.ts';
import { ROLLBACKS } from '../rollback-texts.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import type { ProductThen } from './environment-now.ts';
import { inModuleOrder } from './module-order.ts';

/** Rows beside everything else of a deployment, below 2,500 DOM nodes. */
const ROOM = 16;
/** Digits of a digest, its algorithm among them. */
const DIGEST = 19;

/** What each module was and is, image by image; where only a part was rolled back, only that. */
export function movedTable(
  { event }: RollbackEvent,
  before: Running,
  { policy }: ProductThen,
): { table: TableView; further: LineList[] } {
  const { module, from, fromDigest, to, toDigest } = ROLLBACKS.movedColumns;
  const { modules, part } = event.record.data;
  const after = new Map(modules.map((each) => [each.id, each]));
  const gone = part === true ? [] : before.modules.keys();
  const ids = inModuleOrder([...after.keys(), ...gone], policy);
  const pairs = ids.map((id): Moved => ({ id, from: before.modules.get(id)?.module, to: after.get(id) }));
  const lines = pairs
    .slice(ROOM)
    .map(({ id, from, to }) => `${id}  ${from?.version ?? '–'} → ${to?.version ?? '–'}`);
  return {
    table: {
      caption: ROLLBACKS.moved,
      columns: columnsOf([module, from, fromDigest, to, toDigest]),
      rows: pairs.slice(0, ROOM).map(movedRow),
    },
    further: listOf(ENVIRONMENTS.further(lines.length), lines),
  };
}

interface Side {
  version: string;
  digest?: string | undefined;
}

interface Moved {
  id: string;
  from: Side | undefined;
  to: Side | undefined;
}

function movedRow({ id, from, to }: Moved): CellView[] {
  return [[textPart(id)], ...sideCells(from), ...sideCells(to)];
}

function sideCells(side: Side | undefined): CellView[] {
  if (side === undefined) return [[textPart(ENVIRONMENTS.notThere)], [textPart('–')]];
  const { version, digest } = side;
  return [
    [textPart(version)],
    [digest === undefined ? textPart(ENVIRONMENT.unknownImage) : idPart(digest, DIGEST)],
  ];
}
