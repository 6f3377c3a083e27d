import type { Note } from '../../src/records/index.ts';
import type { LedgerReader } from '../store/read.ts';
import { idsNamed, type KnownChanges, type NameableChange, ownRepositories } from './dossier-changes.ts';

/** What a note that is there tells of, to be found by the words of another one. */
export function notedChanges(
  { entries }: Note,
  dossier: KnownChanges | null,
  reader: LedgerReader,
  product: string,
): Pick<KnownChanges, 'idsOf'> {
  const changes: NameableChange[] = entries.map(({ id, pullRequest }) => ({ id, pullRequest, commit: '' }));
  const own = ownRepositories(reader, product);
  const noted = new Set(entries.map(({ id }) => id));
  return {
    idsOf: (words) => [
      ...new Set([
        ...idsNamed(words, changes, own),
        ...(dossier?.idsOf(words).filter((id) => noted.has(id)) ?? []),
      ]),
    ],
  };
}
