import { changeOfEntry } from '../records/index.ts';
import type { Dossier, JudgedNote } from './dossier.ts';
import { shippedChanges } from './shipped-changes.ts';

/** What a note tells of a release's changes and of third-party parts that it moves, by the ids of their entries. */
export interface ToldChanges {
  told: string[];
  /** Offered once; a person took their bullets out. */
  takenOut: string[];
  /** Published, and never offered: nobody decided to leave them out. */
  forgotten: string[];
  /** Told, though the release does not bring them. */
  foreign: string[];
}

/** Compares a note's bullets with what the release brings. */
export function toldChanges(note: JudgedNote, dossier: Dossier): ToldChanges {
  const told = new Set(note.bulletIds.map(changeOfEntry));
  const offered = new Set(offeredIds(note, () => true));
  const covered = new Set(offeredIds(note, (id) => told.has(id)));
  const brought = new Set([...shippedChanges(dossier).map(({ id }) => id), ...partEntries(dossier)]);
  const untold = [...brought].filter((id) => !told.has(id) && !covered.has(id));
  return {
    told: [...told],
    takenOut: untold.filter((id) => offered.has(id)),
    forgotten: untold.filter((id) => !offered.has(id) && isPublished(id, dossier)),
    foreign: [...told].filter((id) => !offered.has(id)),
  };
}

/** Changes of the entries that are wanted, with those that each one rolls up. */
function offeredIds({ data }: JudgedNote, isWanted: (change: string) => boolean): string[] {
  return data.entries
    .filter(({ id }) => isWanted(changeOfEntry(id)))
    .flatMap(({ id, rollsUp }) => [changeOfEntry(id), ...(rollsUp ?? [])]);
}

function isPublished(id: string, dossier: Dossier): boolean {
  const { fates } = dossier;
  const isChange = fates.some(({ change, disposition }) => change === id && disposition === 'published');
  return isChange || partEntries(dossier).includes(id);
}

function partEntries({ release }: Dossier): string[] {
  return (release?.data.parts ?? []).flatMap(({ entry }) => entry ?? []);
}
