import { type PackedLists, packLists, patchLists } from './id-lists.ts';
import { type IdTable, idTable } from './id-table.ts';
import type { NodeStates } from './node-states.ts';
import { type PackedTexts, packTexts, patchTexts } from './texts.ts';
import type { IdList, NodeState, Trace } from './trace.ts';

/** Ids and values as a trace's file has them. */
export interface PackedValues {
  names: PackedTexts;
  table: IdTable;
  isValue: Uint8Array;
  lists: PackedLists;
  digests: PackedTexts;
  /** The number that an id has there. */
  numberOf(id: number): number;
}

/** All is written anew where more than this part of the ids is named by nobody. */
const FORGOTTEN = 1 / 5;

/** Values with ids numbered anew: values first, then what they and others are made from. */
export function packedValues({ ids, nodes, units, routes }: Trace): PackedValues {
  const { numberOf, order } = renumbering(ids.size);
  const states: NodeState[] = [];
  for (const [id, state] of nodes) {
    numberOf(id);
    states.push(state);
  }
  const values = packLists(states.map(({ from }) => from));
  for (const [place, id] of values.numbers.entries()) values.numbers[place] = numberOf(id);
  for (const { from } of [...units.values(), ...routes.values()])
    for (let at = 0; at < from.length; at += 1) numberOf(from[at] as number);
  const names = order.map((id) => ids.idOf(id));
  const nothing = new Array<string>(order.length - states.length).fill('');
  return {
    names: packTexts(names),
    table: idTable(names.length, (number) => names[number] ?? ''),
    isValue: Uint8Array.from(order, (_, number) => (number < states.length ? 1 : 0)),
    lists: patchLists(values, [], names.length, () => []),
    digests: packTexts([...states.map(({ digest }) => digest ?? ''), ...nothing]),
    numberOf,
  };
}

/** Hands numbers out anew, in the order in which ids are asked for. */
function renumbering(count: number): { numberOf(id: number): number; order: number[] } {
  const numbers = new Int32Array(count).fill(-1);
  const order: number[] = [];
  return {
    order,
    numberOf(id) {
      const known = numbers[id] ?? -1;
      if (known >= 0) return known;
      numbers[id] = order.length;
      return order.push(id) - 1;
    },
  };
}

/** Values of which most are as they were; null where nothing is known of those, or where much of it is of no use. */
export function patchedValues(
  { ids, nodes, inputs }: Trace<NodeStates>,
  { ids: idsBefore, stored }: Trace,
): PackedValues | null {
  if (stored === undefined || ids !== idsBefore) return null;
  const [own, count] = [nodes.own(), ids.size];
  const isValue = new Uint8Array(count);
  let values = 0;
  const changed: number[] = [];
  for (let id = 0; id < count; id += 1) {
    const isOwn = own.has(id);
    if (isOwn || nodes.isKept(id)) {
      isValue[id] = 1;
      values += 1;
    }
    if (id < stored.isValue.length && (isOwn || isValue[id] !== stored.isValue[id])) changed.push(id);
  }
  if (values + inputs.size < count * (1 - FORGOTTEN)) return null;
  const fromOf = (id: number): IdList => own.get(id)?.from ?? [];
  const digestOf = (id: number): string => own.get(id)?.digest ?? '';
  return {
    names: patchTexts(ids.names(), [], count, ids.idOf),
    table: ids.table(),
    isValue,
    lists: patchLists(stored.lists, changed, count, fromOf),
    digests: patchTexts(stored.digests, changed, count, digestOf),
    numberOf: (id) => id,
  };
}
