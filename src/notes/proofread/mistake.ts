/** Something in a note that is not as its readers need it. */
export interface Mistake {
  /** "error": a build must not go on; "warning": it may. */
  severity: 'error' | 'warning';
  /** Line in the file, counted from 1. */
  line: number;
  /** What is wrong, in one sentence. */
  says: string;
  /** What to do about it. */
  todo: string;
}

/** Mistakes in the order of their lines. */
export function byLine(a: Mistake, b: Mistake): number {
  return a.line - b.line || (a.says < b.says ? -1 : 1);
}
