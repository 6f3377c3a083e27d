import { earlierVersions } from '../../src/history/earlier-versions.ts';
import { applyEditorDecisions, editedEntries } from '../../src/history/editor-decisions.ts';
import { compareVersions } from '../../src/history/version-order.ts';
import { parseNoteBody } from '../../src/markdown/note-body.ts';
import { type Change, Fault, type Release } from '../../src/records/index.ts';
import type { Dossier, JudgedNote, Written } from '../../src/verdict/dossier.ts';
import { readDeploymentsOf } from '../store/deployment-records.ts';
import { DossierReader, type StoredRecord } from '../store/dossier-reader.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader } from '../store/read.ts';

/**
 * Reads everything that a release is judged by, and only its own files. `now` is the moment of judgement. Throws a
 * Fault where the release was neither harvested nor opened.
 */
export function readDossier(reader: LedgerReader, product: string, version: string, now: string): Dossier {
  const { policy, digest } = reader.knownPolicy(product);
  const paths = ledgerPaths(product);
  const filed = new DossierReader(reader.content, product, version);
  const account = reader.account(product, version);
  const opening = filed.opening();
  if (account === null && opening === null) throw unknownRelease(reader, product, version);
  const note = readNote(reader, product, version);
  return {
    product,
    version,
    policy: { data: policy, path: paths.policy },
    policyDigest: digest,
    release: account === null ? null : { data: account.release, path: paths.release(version) },
    fates: applyEditorDecisions(account?.fates ?? [], {
      entries: note === null ? [] : editedEntries(note.data),
      bulletIds: note?.bulletIds ?? [],
    }),
    opening: opening === null ? null : written(opening),
    note,
    changes: account === null ? [] : readChanges(reader, product, account.release),
    votes: filed.votes().map(written),
    stages: filed.stageReports().map(written),
    checklists: filed.checklists().map(written),
    recovery: orNull(filed.recovery()),
    waivers: filed.waivers().map(written),
    deployments: readDeploymentsOf(reader.content, product, version),
    // Told by their names alone: other releases' files stay closed.
    earlier: earlierVersions(reader.versions(product), version),
    now,
  };
}

function written<Data>({ data, body, path }: StoredRecord<Data>): Written<Data> {
  return { data, body, path };
}

function orNull<Data>(record: StoredRecord<Data> | null): Written<Data> | null {
  return record === null ? null : written(record);
}

function readNote(reader: LedgerReader, product: string, version: string): JudgedNote | null {
  const note = reader.note(product, version);
  if (note === null) return null;
  const { data, body, file } = note;
  // Known issues have ids of their own: they tell of no change.
  const sections = parseNoteBody(body).sections.filter(({ section }) => section !== 'known');
  const bulletIds = sections.flatMap(({ bullets }) => bullets.flatMap(({ ids }) => ids));
  return { data, body, path: file, bulletIds };
}

/** The change records of a release: its own, and those that stand in the dossier of one of its prereleases. */
export function readChanges(reader: LedgerReader, product: string, release: Release): Written<Change>[] {
  const homes: [string, string[]][] = [
    [release.version, reader.changeIds(product, release.version)],
    ...Object.entries(release.recordedIn ?? {}),
  ];
  const paths = ledgerPaths(product);
  return homes.flatMap(([version, ids]) =>
    ids.flatMap((id) => {
      const record = reader.changeRecord(product, version, id);
      return record === null ? [] : { data: record.data, body: record.body, path: paths.change(version, id) };
    }),
  );
}

function unknownRelease(reader: LedgerReader, product: string, version: string): Fault {
  const newest = reader.versions(product).sort((a, b) => compareVersions(b, a));
  return new Fault(`${product} has no release "${version}"`, {
    hint: `Open it: ledger open --product ${product} --release ${version}. The newest are ${newest.slice(0, 5).join(', ')}.`,
  });
}
