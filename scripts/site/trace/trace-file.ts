import { z } from 'zod';
import { listPacker, listsIn, type PackedLists } from './id-lists.ts';
import { type Ids, idsOf } from './ids.ts';
import { bytesOfNumbers, numbersOf, readSections, type Sections, writeSections } from './sections.ts';
import { type PackedTexts, packTexts, textsIn } from './texts.ts';
import {
  emptyTrace,
  type IdList,
  type InputState,
  type NodeState,
  type Nodes,
  type RouteState,
  type Trace,
  type UnitState,
} from './trace.ts';

/** What is little beside the values; their lists of ids stand with those of the values. */
interface Described {
  key: string;
  inputs: [id: string, state: InputState][];
  units: [id: string, state: Omit<UnitState, 'from'>][];
  routes: [route: string, state: Omit<RouteState, 'from'>][];
}

const HeadSchema = z.object({ key: z.string() });

/** Reads a trace; an empty one where there is none, where it is broken, or where it is of another key. */
export function readTrace(file: string, key: string): Trace {
  return foundTrace(file, key) ?? emptyTrace(key);
}

/** Reads a trace; null where there is none, where it is broken, or where it is of another key. */
export function foundTrace(file: string, key: string): Trace | null {
  try {
    const sections = readSections(file);
    if (sections === null) return null;
    const described: unknown = JSON.parse(Buffer.from(partOf(sections, 'described')).toString('utf8'));
    return HeadSchema.parse(described).key === key ? unpacked(described as Described, sections) : null;
  } catch {
    return null;
  }
}

/** Writes a trace whole or not at all. Values get the first numbers, and only ids that are named get any. */
export function writeTrace(file: string, trace: Trace): void {
  const { key, inputs, units, routes } = trace;
  const renumbered = renumbering(trace.ids);
  const digests: string[] = [];
  const lists = listPacker();
  for (const [id, { from, digest }] of trace.nodes) {
    renumbered.numberOf(id);
    digests.push(digest ?? '');
    lists.add(from);
  }
  for (const { from } of [...units.values(), ...routes.values()]) lists.add(from);
  const packed = lists.packed();
  for (const [place, id] of packed.numbers.entries()) packed.numbers[place] = renumbered.numberOf(id);
  const described: Described = {
    key,
    inputs: [...inputs],
    units: Array.from(units, ([id, { from: _, ...state }]) => [id, state]),
    routes: Array.from(routes, ([route, { from: _, ...state }]) => [route, state]),
  };
  writeSections(file, {
    described: Buffer.from(JSON.stringify(described)),
    'list lengths': bytesOfNumbers(packed.lengths),
    lists: bytesOfNumbers(packed.numbers),
    ...textSections('ids', packTexts(renumbered.names())),
    ...textSections('digests', packTexts(digests)),
  });
}

/** Hands numbers out anew, in the order in which ids are asked for. */
function renumbering(ids: Ids): { numberOf(id: number): number; names(): string[] } {
  const numbers = new Int32Array(ids.size).fill(-1);
  const order: number[] = [];
  return {
    numberOf(id) {
      const known = numbers[id] ?? -1;
      if (known >= 0) return known;
      numbers[id] = order.length;
      return order.push(id) - 1;
    },
    names: () => order.map((id) => ids.idOf(id)),
  };
}

function unpacked({ key, inputs, units, routes }: Described, sections: Sections): Trace {
  const digests = textsOf(sections, 'digests');
  const count = digests.lengths.length;
  const lists: PackedLists = {
    lengths: numbersOf(partOf(sections, 'list lengths')),
    numbers: numbersOf(partOf(sections, 'lists')),
  };
  const from = listsIn(lists);
  return {
    key,
    ids: idsOf(textsIn(textsOf(sections, 'ids')).all()),
    inputs: new Map(inputs),
    nodes: packedNodes(count, from, digests),
    units: new Map(units.map(([id, state], place) => [id, { ...state, from: from(count + place) }])),
    routes: new Map(
      routes.map(([route, state], place) => [route, { ...state, from: from(count + units.length + place) }]),
    ),
  };
}

/** Values whose ids have the numbers below `count`. */
function packedNodes(count: number, from: (id: number) => IdList, packed: PackedTexts): Nodes {
  const digests = textsIn(packed);
  const stateOf = (id: number): NodeState => {
    const digest = digests.at(id);
    return digest === '' ? { from: from(id) } : { from: from(id), digest };
  };
  return {
    has: (id) => id < count,
    get: (id) => (id < count ? stateOf(id) : undefined),
    *[Symbol.iterator]() {
      for (let id = 0; id < count; id += 1) yield [id, stateOf(id)] as const;
    },
  };
}

function textSections(name: string, { lengths, bytes }: PackedTexts): Sections {
  return { [`${name} lengths`]: bytesOfNumbers(lengths), [name]: bytes };
}

function textsOf(sections: Sections, name: string): PackedTexts {
  return {
    lengths: numbersOf(partOf(sections, `${name} lengths`)),
    bytes: partOf(sections, name),
  };
}

function partOf(sections: Sections, name: string): Uint8Array {
  const part = sections[name];
  if (part === undefined) throw new Error(`there is no part ${name}`);
  return part;
}
