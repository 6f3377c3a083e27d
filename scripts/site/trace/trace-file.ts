import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import { emptyTrace, type Trace, type UnitState } from './trace.ts';

/** Ids stand once, in `ids`: all else names them by their place in it. */
interface StoredTrace {
  key: string;
  ids: string[];
  inputs: [id: number, digest: string, sign: string][];
  nodes: [id: number, from: number[], digest?: string][];
  units: [id: string, from: number[], digest: string, files: number, more?: MoreOfUnit][];
  routes: [route: string, from: number[], units: readonly string[], handed?: readonly string[]][];
}

type MoreOfUnit = Pick<UnitState, 'mapped' | 'names'>;

const HeadSchema = z.object({ key: z.string() });

/** Reads a trace; an empty one where there is none, where it is broken, or where it is of another key. */
export function readTrace(file: string, key: string): Trace {
  return foundTrace(file, key) ?? emptyTrace(key);
}

/** Reads a trace; null where there is none, where it is broken, or where it is of another key. */
export function foundTrace(file: string, key: string): Trace | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== digestOf(body)) return null;
    const stored: unknown = JSON.parse(body);
    return HeadSchema.parse(stored).key === key ? unpacked(stored as StoredTrace) : null;
  } catch {
    return null;
  }
}

/** Writes a trace whole or not at all. */
export function writeTrace(file: string, trace: Trace): void {
  const body = JSON.stringify(packed(trace));
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${digestOf(body)}\n${body}`);
  renameSync(beside, file);
}

function packed({ key, inputs, nodes, units, routes }: Trace): StoredTrace {
  const places = new Map<string, number>();
  const at = (id: string): number => {
    const known = places.get(id) ?? places.size;
    places.set(id, known);
    return known;
  };
  const all = (from: readonly string[]): number[] => from.map(at);
  return {
    key,
    inputs: Array.from(inputs, ([id, { digest, sign }]) => [at(id), digest, sign]),
    nodes: Array.from(nodes, ([id, { from, digest }]) =>
      digest === undefined ? [at(id), all(from)] : [at(id), all(from), digest],
    ),
    units: Array.from(units, ([id, { from, digest, files, ...more }]) =>
      Object.keys(more).length === 0 ? [id, all(from), digest, files] : [id, all(from), digest, files, more],
    ),
    routes: Array.from(routes, ([route, { from, units: of, handed }]) =>
      handed === undefined ? [route, all(from), of] : [route, all(from), of, handed],
    ),
    ids: [...places.keys()],
  };
}

function unpacked({ key, ids, inputs, nodes, units, routes }: StoredTrace): Trace {
  const at = (place: number): string => ids[place] ?? '';
  const all = (from: readonly number[]): string[] => from.map(at);
  return {
    key,
    inputs: new Map(inputs.map(([id, digest, sign]) => [at(id), { digest, sign }])),
    nodes: new Map(
      nodes.map(([id, from, digest]) => [
        at(id),
        digest === undefined ? { from: all(from) } : { from: all(from), digest },
      ]),
    ),
    units: new Map(
      units.map(([id, from, digest, files, more]) => [id, { from: all(from), digest, files, ...more }]),
    ),
    routes: new Map(
      routes.map(([route, from, of, handed]) => [
        route,
        { from: all(from), units: of, ...(handed && { handed }) },
      ]),
    ),
  };
}
