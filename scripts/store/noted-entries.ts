import { parseNoteBody } from '../../src/markdown/note-body.ts';
import { changeOfEntry } from '../../src/records/index.ts';
import type { LedgerReader } from './read.ts';

/** An entry of a note as readers see it, with the commits behind it. */
export interface NotedEntry {
  id: string;
  pullRequest: number | null;
  kind: string;
  /** Id of the section, or the heading that a person wrote. */
  section: string;
  /** The entry's words, markdown. */
  title: string;
  commits: string[];
}

/** The entries of a release's note in their order. Bullets that a person merged give an entry for each id. */
export function notedEntries(reader: LedgerReader, product: string, version: string): NotedEntry[] {
  const note = reader.note(product, version);
  if (note === null) return [];
  const facts = new Map(note.data.entries.map((entry) => [entry.id, entry]));
  const commitsOf = commitFinder(reader, product, version);
  return parseNoteBody(note.body).sections.flatMap(({ section, heading, bullets }) =>
    bullets.flatMap(({ ids, text }) =>
      ids.flatMap((id) => {
        const entry = facts.get(id);
        if (entry === undefined) return [];
        const { pullRequest, kind, rollsUp = [] } = entry;
        return [
          {
            id,
            pullRequest,
            kind,
            section: section ?? heading,
            title: text,
            commits: [...rollsUp, changeOfEntry(id)].flatMap(commitsOf),
          },
        ];
      }),
    ),
  );
}

/** Finds a change's commits in the dossier that holds its record, and those of a part's own entry in the release. */
function commitFinder(reader: LedgerReader, product: string, version: string): (id: string) => string[] {
  const release = reader.release(product, version);
  const homes = new Map(
    Object.entries(release?.recordedIn ?? {}).flatMap(([home, ids]) => ids.map((id) => [id, home] as const)),
  );
  const ofParts = new Map(release?.parts?.map(({ entry, commits = [] }) => [entry, commits]));
  return (id) => reader.change(product, homes.get(id) ?? version, id)?.commits ?? ofParts.get(id) ?? [];
}
