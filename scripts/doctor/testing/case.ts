import type { Severity } from '../finding.ts';
import type { Tree } from './tree.ts';

/** What is changed of the sound ledger so that a check finds something, and so that it nearly does. */
export interface Case {
  id: string;
  severity?: Severity;
  /** Files that are written otherwise. */
  with: Tree;
  /** Files with which nothing of that id is found; those of the sound ledger where none are given. */
  without?: Tree;
  /** Words of the finding. */
  says: string;
  /** The line that it leads to. */
  line?: number;
}
