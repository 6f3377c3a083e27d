import type { Remembering, Tracker } from '../../../src/content/tracking.ts';
import { digestOf, textOfValue } from './digest.ts';
import type { InputStates } from './input-states.ts';
import type { KeptValues } from './kept-values.ts';
import { nodeOf } from './merge-traces.ts';
import { CHANGED, inputId, isInput, type NodeState, nodeId, partsOfNode, type Trace } from './trace.ts';

/** A tracker that knows what the build before was made from. */
export interface TracedWork extends Tracker {
  /** Does something, and says what it was made from. Only one thing is done at a time. */
  observe<Value>(work: () => Promise<Value>): Promise<{ value: Value; from: string[] }>;
  /** True where everything that something was made from is as it was. */
  isAsBefore(from: readonly string[]): boolean;
  /** Computes a kept value, so that later readers find it. */
  prepare(name: string, key: string): void;
  /** Values whose state is known now, by id. */
  nodes(): ReadonlyMap<string, NodeState>;
  /** Takes over what another process found out just now. */
  learn(found: ReadonlyMap<string, NodeState>): void;
}

interface Reader {
  read(key: string): unknown;
  how: Remembering;
  values: Map<string, unknown>;
}

/** Follows what is read. `before` is the trace of the build before, empty where there is none. */
export function traceWork(before: Trace, inputs: InputStates, kept: KeptValues): TracedWork {
  const readers = new Map<string, Reader>();
  const nodes = new Map<string, NodeState>();
  const same = new Map<string, boolean>();
  let open: Set<string> | null = null;

  /** Reads something of its own: what it asks for is not asked for by whoever is being observed. */
  function apart<Value>(work: () => Value): { value: Value; from: Set<string> } {
    const outer = open;
    const from = new Set<string>();
    open = from;
    try {
      return { value: work(), from };
    } finally {
      open = outer;
    }
  }

  function isSame(id: string): boolean {
    const known = same.get(id);
    if (known !== undefined) return known;
    const result = isInput(id)
      ? inputs.of(id).digest === before.inputs.get(id)?.digest
      : isMadeOfSame(id) || comesOutSame(id);
    same.set(id, result);
    return result;
  }

  function isMadeOfSame(id: string): boolean {
    const state = before.nodes.get(id);
    if (state === undefined || state.digest === CHANGED || !state.from.every(isSame)) return false;
    if (!nodes.has(id)) nodes.set(id, state);
    return true;
  }

  /** What is told apart by what it is may be the same although it is made from others. */
  function comesOutSame(id: string): boolean {
    const digest = before.nodes.get(id)?.digest;
    if (digest === undefined || digest === CHANGED) return false;
    const { name, key } = partsOfNode(id);
    const reader = readers.get(name);
    if (reader === undefined) return false;
    try {
      apart(() => take(name, key, reader));
    } catch {
      // It is gone: whoever still wants it will say so.
      return false;
    }
    return nodes.get(id)?.digest === digest;
  }

  function take(name: string, key: string, reader: Reader): unknown {
    const id = nodeId(name, key);
    open?.add(id);
    if (reader.values.has(key)) return reader.values.get(key);
    const value = restored(id, reader) ?? made(id, key, reader);
    if (reader.how.room !== undefined && reader.values.size >= reader.how.room) {
      const [oldest] = reader.values.keys();
      if (oldest !== undefined) reader.values.delete(oldest);
    }
    reader.values.set(key, value);
    return value;
  }

  function restored(id: string, { how }: Reader): unknown {
    if (how.kept !== true) return undefined;
    const state = nodes.get(id) ?? before.nodes.get(id);
    if (state?.digest === undefined || !(nodes.has(id) || isMadeOfSame(id))) return undefined;
    const text = kept.read(state.digest);
    return text === undefined ? undefined : JSON.parse(text);
  }

  function made(id: string, key: string, { read, how }: Reader): unknown {
    const { value, from } = apart(() => read(key));
    if (how.cut !== true && how.kept !== true) {
      nodes.set(id, { from: [...from] });
      return value;
    }
    const text = textOfValue(value);
    const digest = digestOf(text);
    nodes.set(id, nodeOf(nodes.get(id), { from: [...from], digest }));
    if (how.kept !== true) return value;
    kept.write(digest, text);
    // As whoever reads it in the next build gets it.
    return JSON.parse(text);
  }

  return {
    apart: (work) => apart(work).value,
    input(kind, path) {
      const id = inputId(kind, path);
      inputs.touch(id);
      open?.add(id);
    },
    remembered<Value>(name: string, read: (key: string) => Value, how: Remembering) {
      if (readers.has(name)) throw new Error(`two values are remembered as "${name}"`);
      const reader: Reader = { read, how, values: new Map() };
      readers.set(name, reader);
      return (key) => take(name, key, reader) as Value;
    },
    async observe(work) {
      const from = new Set<string>();
      open = from;
      try {
        return { value: await work(), from: [...from] };
      } finally {
        open = null;
      }
    },
    isAsBefore: (from) => from.every(isSame),
    prepare(name, key) {
      const reader = readers.get(name);
      if (reader !== undefined) apart(() => take(name, key, reader));
    },
    nodes: () => nodes,
    learn(found) {
      for (const [id, state] of found) nodes.set(id, nodeOf(nodes.get(id), state));
    },
  };
}
