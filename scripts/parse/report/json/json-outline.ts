import type { ReportFile } from '../parsed-report.ts';
import { beginningOf } from './json-text.ts';
import { JsonBreak, type Step, walkJson } from './json-walk.ts';

/** How much of a file is looked at to tell its format. */
const BEGINNING = 1024 * 1024;
const DEPTH = 4;

/** What stands where at the beginning of a JSON file. */
export interface Outline {
  /** Whether there is a value at a path such as "Results[].Target". */
  has(path: string): boolean;
  /** The first value at a path as it is written, as "2" or "\"2.1.0\""; of an object or array its bracket. */
  source(path: string): string | undefined;
}

/** Looks at the beginning of a file only, so that a large one costs nothing; undefined for what is no JSON object or array. */
export function outlineOf(file: ReportFile): Outline | undefined {
  const text = beginningOf(file, BEGINNING);
  if (!/^[\s\uFEFF]*[[{]/.test(text)) return undefined;
  const sources = new Map<string, string>();
  const value = (steps: readonly Step[], start: number, end: number) => {
    if (steps.length > DEPTH) return;
    const path = pathOf(steps);
    if (!sources.has(path)) sources.set(path, text.slice(start, Math.min(end, start + 200)));
  };
  try {
    walkJson(text, { value });
  } catch (cause) {
    // The beginning of a longer file breaks somewhere; whether the whole does is for its reader to say.
    if (!(cause instanceof JsonBreak)) throw cause;
  }
  return { has: (path) => sources.has(path), source: (path) => sources.get(path) };
}

function pathOf(steps: readonly Step[]): string {
  return steps.reduce((path, { inArray, key }) => (inArray ? `${path}[]` : joined(path, key)), '');
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
