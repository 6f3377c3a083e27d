import type { NoteSource, ProductSource } from '../../src/announce/announcement.ts';
import { Fault, leadOf } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { LedgerReader } from '../store/read.ts';

/** The note that a person means by "1.2.3", "v1.2.3" or a tag's name. Throws a Fault with the newest ones. */
export function notedRelease(reader: LedgerReader, { id, notes }: ProductSource, wanted: string): NoteSource {
  const names = [wanted, wanted.replace(/^v(?=\d)/, ''), taggedVersion(reader, id, wanted)];
  const found = notes.find(({ note }) => names.includes(note.version));
  if (found !== undefined) return found;
  const newest = notes.slice(0, 5).map(({ note }) => note.version);
  throw new Fault(`there is no note of ${id} "${wanted}"`, {
    hint:
      newest.length > 0
        ? `The newest are ${newest.join(', ')}.`
        : `Harvest it first: ledger harvest --product ${id}`,
  });
}

/** Public ledgers have no policy: there a version is written as it is. */
function taggedVersion(reader: LedgerReader, product: string, tag: string): string | null {
  const stored = reader.policy(product);
  return stored === null ? null : versionOfTag(tag, leadOf(stored.policy).tags);
}
