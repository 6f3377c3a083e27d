import { DIRECTOR_NOTES } from './director-notes.ts';
import type { EditedNote } from './edited-note.ts';
import { LITMUS_NOTES } from './litmus-notes.ts';
import { OPENEBS_NOTES } from './openebs-notes.ts';

/** All of them, in no special order: no two notes are the same. */
export const EDITED_NOTES: readonly EditedNote[] = [...OPENEBS_NOTES, ...LITMUS_NOTES, ...DIRECTOR_NOTES];
