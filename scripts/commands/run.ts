/** What every verb gets. */
export interface Common {
  content: string;
  json: boolean;
}

/** Runs a verb with what all of them have in common, and sets the exit code. */
export type Run = (verb: (common: Common) => Promise<number>) => Promise<void>;

/** Collects an option that may be given several times. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
