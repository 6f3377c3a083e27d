/** A picture beside a note, as the site serves it. */
export interface NoteImage {
  /** Where it is served: a path from the root on, or an absolute address. */
  address: string;
  /** Its size in pixels, so that the page does not jump when it arrives. */
  width: number;
  height: number;
}

/** Pictures by the words that a note names them with, as "1.12.0/dashboard.png". */
export type NoteImages = ReadonlyMap<string, NoteImage>;
