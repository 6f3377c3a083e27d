import { type Ids, idsOf } from './ids.ts';
import type { StoredValues } from './stored-values.ts';

/** Numbers of inputs and of values, in the order in which they were asked for. */
export type IdList = readonly number[] | Int32Array;

/** A state of an input: what of the disk, or of the clock, a page was made from. */
export interface InputState {
  digest: string;
  /** What the disk says of it without reading it; where that is the same, so is the digest. Empty where it may not be. */
  sign: string;
}

/** A value that was made from others. */
export interface NodeState {
  from: IdList;
  /** Told of values that are told apart by what they are; never empty. */
  digest?: string;
}

/** Values by the numbers of their ids. */
export interface Nodes extends Iterable<readonly [id: number, state: NodeState]> {
  has(id: number): boolean;
  get(id: number): NodeState | undefined;
}

/** Pages that are made together. */
export interface UnitState {
  from: IdList;
  /** Digest of the files' names and bytes. */
  digest: string;
  /** Addresses of its pages that search engines should keep, and of each what it says of itself. */
  mapped?: readonly string[];
  /** How many files it has. */
  files: number;
  /** Told of units that were made just now: where their files stand below the edition's folder. */
  names?: readonly string[];
}

/** The pages that a route said it has. */
export interface RouteState {
  from: IdList;
  /** Ids of its units. */
  units: readonly string[];
  /** Told of routes that hand something to their pages: a digest of it for each unit. */
  handed?: readonly string[];
}

/** What an edition was made from, so that the next build makes only those pages anew that differ. */
export interface Trace<Values extends Nodes = Nodes> {
  /** Of the code and the settings: another code made other pages. */
  key: string;
  /** Of inputs and values, by the numbers that stand for them in all lists. */
  ids: Ids;
  /** By id. */
  inputs: Map<string, InputState>;
  nodes: Values;
  /** Told of a trace that was read: its values as they lie on disk, for whoever writes one of which most is the same. */
  stored?: StoredValues;
  units: Map<string, UnitState>;
  /** Addresses of each route whose pages are made one by one. */
  routes: Map<string, RouteState>;
}

/** A trace that values are added to. */
export type GrowingTrace = Trace<Map<number, NodeState>>;

/** The digest of what was in two states while pages were made: it is like no other, and like no such one either. */
export const CHANGED = 'changed';

/** The id of an input, which no value has. */
export function inputId(kind: string, path: string): string {
  return `@${kind} ${path}`;
}

/** True for the id of an input. */
export function isInput(id: string): boolean {
  return id.startsWith('@');
}

/** The id of a value. */
export function nodeId(name: string, key: string): string {
  return `${name}:${key}`;
}

/** A value's name and key. */
export function partsOfNode(id: string): { name: string; key: string } {
  const at = id.indexOf(':');
  return { name: id.slice(0, at), key: id.slice(at + 1) };
}

/** A trace of nothing; `ids` are those of another one, where both go by the same numbers. */
export function emptyTrace(key: string, ids: Ids = idsOf()): GrowingTrace {
  return { key, ids, inputs: new Map(), nodes: new Map(), units: new Map(), routes: new Map() };
}
