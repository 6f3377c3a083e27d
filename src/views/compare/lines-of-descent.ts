import type { ReleaseStep } from './release-summary.ts';

/** The releases that lead to one and not to the other, for each of two. */
export interface Descent {
  onlyFrom: string[];
  onlyTo: string[];
}

/** The step before each release, and whether some line bites its own tail. */
export interface Lines {
  previous: ReadonlyMap<string, string | null>;
  isCircular: boolean;
}

/** Looks through all lines once, for any number of questions. */
export function linesOf(steps: readonly ReleaseStep[]): Lines {
  const previous = new Map(steps.map((step) => [step.version, step.previous]));
  const sound = new Set<string>();
  for (const { version } of steps) {
    const line = lineOf(version, previous, sound);
    const last = [...line].at(-1);
    const next = last === undefined ? null : (previous.get(last) ?? null);
    if (next !== null && line.has(next)) return { previous, isCircular: true };
    for (const each of line) sound.add(each);
  }
  return { previous, isCircular: false };
}

/** Follows both releases back to where their lines meet. */
export function descentOf(from: string, to: string, { previous, isCircular }: Lines): Descent {
  // Nearly always one is the step before the other.
  if (!isCircular && previous.has(from) && previous.get(to) === from) return { onlyFrom: [], onlyTo: [to] };
  const [older, newer] = [lineOf(from, previous), lineOf(to, previous)];
  return { onlyFrom: [...older.difference(newer)], onlyTo: [...newer.difference(older)] };
}

/** A release and all before it, as far as those that are known already. A line that bites its own tail ends there. */
function lineOf(
  version: string,
  previous: ReadonlyMap<string, string | null>,
  known: ReadonlySet<string> = new Set(),
): Set<string> {
  const line = new Set<string>();
  let at: string | null = version;
  while (at !== null && !line.has(at) && !known.has(at) && previous.has(at)) {
    line.add(at);
    at = previous.get(at) ?? null;
  }
  return line;
}
