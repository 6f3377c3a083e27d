/**
 * Something wrong in the log of seals.
 * - `unreadable`: a seal does not say its number and the seal before it
 * - `gap`: seals are missing before this one
 * - `fork`: another seal has the same number, or names the same seal before it
 * - `wrong-previous`: the seal before it is not the one that it names
 * - `reorder`: it does not stand at the place of its number
 */
export interface LogFinding {
  kind: 'unreadable' | 'gap' | 'fork' | 'wrong-previous' | 'reorder';
  /** What is wrong, in one sentence. */
  text: string;
  /** The seal that it was found at. */
  file: string;
}
