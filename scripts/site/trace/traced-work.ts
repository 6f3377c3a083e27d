import type { Remembering, Tracker } from '../../../src/content/tracking.ts';
import { digestOfValue, isPlainText, textOfDigest, textOfValue } from './digest.ts';
import type { InputStates } from './input-states.ts';
import type { KeptValues } from './kept-values.ts';
import { type NodeStates, nodeStates } from './node-states.ts';
import {
  CHANGED,
  type IdList,
  inputId,
  isInput,
  type Nodes,
  nodeId,
  partsOfNode,
  type Trace,
} from './trace.ts';

/** A tracker that knows what the build before was made from. */
export interface TracedWork extends Tracker {
  /** Does something, and says what it was made from. Only one thing is done at a time. */
  observe<Value>(work: () => Promise<Value>): Promise<{ value: Value; from: number[] }>;
  /** True where everything that something was made from is as it was. */
  isAsBefore(from: IdList): boolean;
  /** Computes a kept value, so that later readers find it. */
  prepare(name: string, key: string): void;
  /** Values whose state is known now. */
  nodes(): NodeStates;
  /** Those of them that the build before did not have, or not so. */
  newNodes(): Nodes;
  /** Takes over what another process found out just now, by the ids of this one. */
  learn(found: Nodes): void;
}

interface Reader {
  read(key: string): unknown;
  how: Remembering;
  values: Map<string, unknown>;
}

/** Answers to whether something is as before; nothing for what nobody asked. */
const SAME = 1;
const OTHER = 2;

/** Follows what is read. `before` is the trace of the build before, empty where there is none; its ids are added to. */
export function traceWork(before: Trace, inputs: InputStates, kept: KeptValues): TracedWork {
  const readers = new Map<string, Reader>();
  const { ids } = before;
  const nodes = nodeStates(before.nodes, ids.size);
  const answers = new Uint8Array(ids.size);
  let open: Set<number> | null = null;

  /** Reads something of its own: what it asks for is not asked for by whoever is being observed. */
  function apart<Value>(work: () => Value): { value: Value; from: Set<number> } {
    const outer = open;
    const from = new Set<number>();
    open = from;
    try {
      return { value: work(), from };
    } finally {
      open = outer;
    }
  }

  function isSame(id: number): boolean {
    const known = answers[id];
    if (known === SAME || known === OTHER) return known === SAME;
    const result = isAnew(id);
    answers[id] = result ? SAME : OTHER;
    return result;
  }

  function isAnew(id: number): boolean {
    // Names are cut out of all that the trace holds: most values are told of without theirs.
    if (before.nodes.has(id)) return isMadeOfSame(id) || comesOutSame(id);
    const name = ids.idOf(id);
    if (!isInput(name)) return false;
    return inputs.of(name).digest === before.inputs.get(name)?.digest;
  }

  function areSame(from: IdList): boolean {
    for (let at = 0; at < from.length; at += 1) if (!isSame(from[at] as number)) return false;
    return true;
  }

  function isMadeOfSame(id: number): boolean {
    const state = before.nodes.get(id);
    if (state === undefined || state.digest === CHANGED || !areSame(state.from)) return false;
    if (!nodes.has(id)) nodes.keep(id);
    return true;
  }

  /** What is told apart by what it is may be the same although it is made from others. */
  function comesOutSame(id: number): boolean {
    const digest = before.nodes.get(id)?.digest;
    if (digest === undefined || digest === CHANGED) return false;
    const { name, key } = partsOfNode(ids.idOf(id));
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
    const id = ids.numberOf(nodeId(name, key));
    open?.add(id);
    if (reader.values.has(key)) return reader.values.get(key);
    const again = restored(id, reader);
    const value = again === null ? made(id, key, reader) : again.value;
    if (reader.how.room !== undefined && reader.values.size >= reader.how.room) {
      const [oldest] = reader.values.keys();
      if (oldest !== undefined) reader.values.delete(oldest);
    }
    reader.values.set(key, value);
    return value;
  }

  /** Null where it has to be made anew. */
  function restored(id: number, { how }: Reader): { value: unknown } | null {
    const digest = (nodes.get(id) ?? before.nodes.get(id))?.digest;
    if (digest === undefined || !(how.kept === true || isPlainText(digest))) return null;
    if (!(nodes.has(id) || isMadeOfSame(id))) return null;
    const text = textOfDigest(digest) ?? kept.read(digest);
    return text === undefined ? null : { value: JSON.parse(text) };
  }

  function made(id: number, key: string, { read, how }: Reader): unknown {
    const { value, from } = apart(() => read(key));
    if (how.cut !== true && how.kept !== true) {
      nodes.set(id, { from: [...from] });
      return value;
    }
    const text = textOfValue(value);
    const digest = digestOfValue(text);
    nodes.set(id, { from: [...from], digest });
    if (how.kept !== true) return value;
    if (textOfDigest(digest) === undefined) kept.write(digest, text);
    // As whoever reads it in the next build gets it.
    return JSON.parse(text);
  }

  return {
    apart: (work) => apart(work).value,
    input(kind, path) {
      const id = inputId(kind, path);
      inputs.touch(id);
      open?.add(ids.numberOf(id));
    },
    remembered<Value>(name: string, read: (key: string) => Value, how: Remembering) {
      if (readers.has(name)) throw new Error(`two values are remembered as "${name}"`);
      const reader: Reader = { read, how, values: new Map() };
      readers.set(name, reader);
      return (key) => take(name, key, reader) as Value;
    },
    async observe(work) {
      const from = new Set<number>();
      open = from;
      try {
        return { value: await work(), from: [...from] };
      } finally {
        open = null;
      }
    },
    isAsBefore: areSame,
    prepare(name, key) {
      const reader = readers.get(name);
      if (reader !== undefined) apart(() => take(name, key, reader));
    },
    nodes: () => nodes,
    newNodes: () => nodes.own(),
    learn(found) {
      for (const [id, state] of found) nodes.set(id, state);
    },
  };
}
