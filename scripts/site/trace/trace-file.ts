import { z } from 'zod';
import { listsIn, type PackedLists, packLists } from './id-lists.ts';
import { idsOf } from './ids.ts';
import type { NodeStates } from './node-states.ts';
import { type PackedValues, packedValues, patchedValues } from './packed-values.ts';
import { bytesOfNumbers, numbersOf, readSections, type Sections, writeSections } from './sections.ts';
import { type StoredValues, storedNodes } from './stored-values.ts';
import { type PackedTexts, textsIn } from './texts.ts';
import { emptyTrace, type InputState, type RouteState, type Trace, type UnitState } from './trace.ts';

/** What is little beside the values; their lists of ids stand by themselves, those of units first. */
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

/** Writes a trace whole or not at all: only ids that are named get a number. */
export function writeTrace(file: string, trace: Trace): void {
  writePacked(file, trace, packedValues(trace));
}

/**
 * Writes the trace of a build that followed another one, whole or not at all: what both have in common is copied as it
 * lies, with ids that nobody names any more until they are many.
 */
export function writeNextTrace(file: string, trace: Trace<NodeStates>, before: Trace): void {
  writePacked(file, trace, patchedValues(trace, before) ?? packedValues(trace));
}

function writePacked(file: string, { key, inputs, units, routes }: Trace, values: PackedValues): void {
  const { names, table, isValue, lists, digests, numberOf } = values;
  const others = packLists([...units.values(), ...routes.values()].map(({ from }) => from));
  for (const [place, id] of others.numbers.entries()) others.numbers[place] = numberOf(id);
  const described: Described = {
    key,
    inputs: [...inputs],
    units: Array.from(units, ([id, { from: _, ...state }]) => [id, state]),
    routes: Array.from(routes, ([route, { from: _, ...state }]) => [route, state]),
  };
  writeSections(file, {
    described: Buffer.from(JSON.stringify(described)),
    table: bytesOfNumbers(table),
    values: isValue,
    ...listSections('lists', lists),
    ...listSections('other lists', others),
    ...textSections('ids', names),
    ...textSections('digests', digests),
  });
}

function unpacked({ key, inputs, units, routes }: Described, sections: Sections): Trace {
  const stored: StoredValues = {
    isValue: partOf(sections, 'values'),
    lists: listsOf(sections, 'lists'),
    digests: textsIn(textsOf(sections, 'digests')),
  };
  const from = listsIn(listsOf(sections, 'other lists'));
  return {
    ...{ key, stored },
    ids: idsOf({ names: textsIn(textsOf(sections, 'ids')), table: numbersOf(partOf(sections, 'table')) }),
    inputs: new Map(inputs),
    nodes: storedNodes(stored),
    units: new Map(units.map(([id, state], place) => [id, { ...state, from: from(place) }])),
    routes: new Map(
      routes.map(([route, state], place) => [route, { ...state, from: from(units.length + place) }]),
    ),
  };
}

function textSections(name: string, { ends, bytes }: PackedTexts): Sections {
  return { [`ends of ${name}`]: bytesOfNumbers(ends), [name]: bytes };
}

function textsOf(sections: Sections, name: string): PackedTexts {
  return { ends: numbersOf(partOf(sections, `ends of ${name}`)), bytes: partOf(sections, name) };
}

function listSections(name: string, { ends, numbers }: PackedLists): Sections {
  return { [`ends of ${name}`]: bytesOfNumbers(ends), [name]: bytesOfNumbers(numbers) };
}

function listsOf(sections: Sections, name: string): PackedLists {
  return {
    ends: numbersOf(partOf(sections, `ends of ${name}`)),
    numbers: numbersOf(partOf(sections, name)),
  };
}

function partOf(sections: Sections, name: string): Uint8Array {
  const part = sections[name];
  if (part === undefined) throw new Error(`there is no part ${name}`);
  return part;
}
