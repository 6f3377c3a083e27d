/** What of the disk a page can be made from, each with its path from the content folder on. */
export type InputKind =
  /** The bytes of a file, or that it is not there. */
  | 'file'
  /** The names in a folder. */
  | 'names'
  /** Everything below the folder of one release's dossier. */
  | 'tree'
  /** The moment of the build; without a path. */
  | 'moment';

/** How a value that was made from others is remembered. */
export interface Remembering {
  /**
   * Told apart by what it is: what was made from it stays as it is while it comes out the same, whatever it is made
   * from. Must be made of plain data, lists, maps and sets.
   */
  cut?: true;
  /** Cut, and kept from build to build as JSON: it must be plain data and lists without maps and sets. */
  kept?: true;
  /** How many values stay in memory: all, where it is not said. */
  room?: number;
}

/** Reads without being taken notice of: only what is told apart by another value that was read already. */
export function apart<Value>(read: () => Value): Value {
  const tracked = tracker();
  return tracked === null ? read() : tracked.apart(read);
}

/** Takes notice of everything that pages are made from, so that the next build makes only those anew that differ. */
export interface Tracker {
  input(kind: InputKind, path: string): void;
  apart<Value>(read: () => Value): Value;
  remembered<Value>(name: string, read: (key: string) => Value, how: Remembering): (key: string) => Value;
}

const PLACE = Symbol.for('release-ledger.tracker');

/** The tracker of this process; null where nothing is regenerated, as in the development server. */
export function tracker(): Tracker | null {
  return (globalThis as { [PLACE]?: Tracker })[PLACE] ?? null;
}

/** Sets the tracker of this process: before anything of `src/content` is loaded. */
export function setTracker(value: Tracker): void {
  (globalThis as { [PLACE]?: Tracker })[PLACE] = value;
}
