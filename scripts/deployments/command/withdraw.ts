import { Fault } from '../../../src/records/index.ts';
import type { PreparedFile } from '../../dossier/opening/open-release.ts';
import { replaceFields } from '../../store/front-matter-edit.ts';
import type { LedgerReader, StoredNote } from '../../store/read.ts';
import type { Yaml } from '../../store/yaml-lines.ts';

/** What customers are told of a release that was taken back. */
export interface Withdrawal {
  product: string;
  /** The release that was taken back. */
  version: string;
  reason: string;
  /** The release to use in its place; null for none. */
  use: string | null;
  /** When it was taken back. */
  at: string;
}

/**
 * Prepares the note that says so; every other byte of it stays. Null where it has no note, or says so already: what
 * a person wrote stands. Throws a Fault where customers would be sent to a release that was taken back as well.
 */
export function withdrawnNote(reader: LedgerReader, withdrawal: Withdrawal): PreparedFile | null {
  const { product, version, reason, use, at } = withdrawal;
  const note = reader.note(product, version);
  if (note === null || note.data.withdrawn !== undefined) return null;
  const withdrawn = { reason, ...(use !== null && { use: knownUse(reader, product, use) }), at };
  const head = note.text.slice(0, note.text.length - note.body.length);
  const text = `${replaceFields(head, fieldsOf(note), { withdrawn })}${note.body}`;
  return { file: note.file, text };
}

function knownUse(reader: LedgerReader, product: string, use: string): string {
  const note = reader.note(product, use);
  if (note === null)
    throw new Fault(`${product} ${use} has no note that customers could read`, { hint: HINT });
  if (note.data.withdrawn === undefined) return use;
  throw new Fault(`${product} ${use} was withdrawn as well`, { hint: HINT });
}

const HINT = 'Write --use VERSION with the release that customers should use.';

function fieldsOf({ data }: StoredNote): { [key: string]: Yaml } {
  return data as unknown as { [key: string]: Yaml };
}
