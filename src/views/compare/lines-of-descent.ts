import type { ReleaseStep } from './release-summary.ts';

/** The releases that lead to one and not to the other, for each of two. */
export interface Descent {
  onlyFrom: string[];
  onlyTo: string[];
}

/** Follows both releases back to where their lines meet. */
export function descentOf(from: string, to: string, steps: readonly ReleaseStep[]): Descent {
  const previous = new Map(steps.map((step) => [step.version, step.previous]));
  const [older, newer] = [lineOf(from, previous), lineOf(to, previous)];
  return { onlyFrom: [...older.difference(newer)], onlyTo: [...newer.difference(older)] };
}

/** A release and all before it. A line that bites its own tail ends there. */
function lineOf(version: string, previous: ReadonlyMap<string, string | null>): Set<string> {
  const line = new Set<string>();
  let at: string | null = version;
  while (at !== null && !line.has(at) && previous.has(at)) {
    line.add(at);
    at = previous.get(at) ?? null;
  }
  return line;
}
