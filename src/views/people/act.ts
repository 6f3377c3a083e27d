import type { MarkView } from '../mark-view.ts';
import type { ActKind } from '../people-texts.ts';
import type { Actor } from './actor.ts';

/** Something that somebody did, as a record tells. */
export interface Act {
  /** The same act, told by several releases, has one key. */
  key: string;
  who: Actor;
  kind: ActKind;
  /** When, as the record says. */
  at: string;
  version: string;
  /** What it was done to. */
  on: string;
  /** Where that is shown. */
  href: string | null;
  /** How it came out. */
  marks: MarkView[];
  /** A yes to the own work: why it is one. Null for everything else. */
  conflict: string | null;
}
