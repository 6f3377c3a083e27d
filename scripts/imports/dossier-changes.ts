import {
  type Change,
  changeOfEntry,
  type NoteEntry,
  type Policy,
  type Product,
} from '../../src/records/index.ts';
import type { LedgerReader } from '../store/read.ts';
import { changesNamed } from './named-changes.ts';

/** What the ledger knows of a version's changes, to be found by what an entry's words name. */
export interface KnownChanges {
  idsOf(words: string): string[];
  /** The record's part of an entry; null where there is no record. */
  entryOf(id: string): NoteEntry | null;
}

/** The published changes of a harvested release. Null where the version was not harvested. */
export function dossierChanges(reader: LedgerReader, product: string, version: string): KnownChanges | null {
  const account = reader.account(product, version);
  if (account === null) return null;
  const homes = new Map(
    Object.entries(account.release.recordedIn ?? {}).flatMap(([home, ids]) =>
      ids.map((id) => [id, home] as const),
    ),
  );
  const published = account.fates.flatMap(({ change, pullRequest, commit, disposition }) =>
    change === null || disposition !== 'published' ? [] : [{ id: change, pullRequest, commit }],
  );
  const own = ownRepositories(reader, product);
  return {
    idsOf: (words) => idsNamed(words, published, own),
    entryOf: (id) => {
      const change = reader.change(product, homes.get(id) ?? version, id);
      return change === null ? null : entryOf(change);
    },
  };
}

/** A change, by what can name it. */
export interface NameableChange {
  id: string;
  pullRequest: number | null;
  commit: string;
}

/** Ids of the changes that words name by number or by commit. */
export function idsNamed(
  words: string,
  changes: readonly NameableChange[],
  own: readonly string[],
): string[] {
  const { numbers, commits } = changesNamed(words, own);
  if (numbers.length === 0 && commits.length === 0) return [];
  const named = changes.filter(
    ({ pullRequest, commit }) =>
      (pullRequest !== null && numbers.includes(pullRequest)) ||
      commits.some((start) => commit.startsWith(start)),
  );
  return [...new Set(named.map(({ id }) => id))];
}

/** The product's own repositories on a platform, as "owner/name". */
export function ownRepositories(reader: LedgerReader, product: string): string[] {
  const policy: Policy | undefined = reader.policy(product)?.policy;
  const page: Product | null = reader.product(product);
  return [
    ...(policy?.modules.flatMap(({ github }) => github ?? []) ?? []),
    ...(page?.modules.flatMap(({ repository }) => repositoryPath(repository)) ?? []),
  ];
}

function repositoryPath(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  return [new URL(address).pathname.replace(/^\/|(?:\.git)?\/?$/g, '')];
}

function entryOf({ id, module, pullRequest, kind, breaking }: Change): NoteEntry {
  return { id: changeOfEntry(id), module, pullRequest, kind, ...(breaking && { breaking }) };
}
