import { sortByVersion } from '../../src/history/version-order.ts';
import { parseNoteBody } from '../../src/markdown/note-body.ts';
import type { ImportedVersion, UnreadLine } from '../parse/imports/imported-version.ts';
import { unreadLine } from '../parse/imports/imported-version.ts';
import { instantOf } from '../parse/instant.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader, StoredNote } from '../store/read.ts';
import { dossierChanges, type KnownChanges } from './dossier-changes.ts';
import { digestOf, importedNote } from './imported-note.ts';
import { importedVersions, joinedToPast } from './imported-past.ts';
import { assumedLineage, type DatedVersion } from './lineage.ts';
import { linkBullets } from './link-bullets.ts';
import { notedChanges } from './noted-numbers.ts';
import type { ReadSource } from './read-sources.ts';
import { spelling } from './spelling.ts';
import type { TaggedVersions } from './tagged-versions.ts';

/** What becomes of a version: a new note, one that was brought before, or one with words of its own. */
export type ImportState = 'new' | 'same' | 'kept';

/** A version of an import, for its report. */
export interface PlannedVersion {
  version: string;
  state: ImportState;
  /** As records write it; null where the ledger's own note has another one. */
  date: string | null;
  /** Bullets of its text. */
  entries: number;
  /** Those that tell of a change that was harvested. */
  linked: number;
  /** The note, from the content folder on. */
  file: string;
  /** Where its text stands. */
  from: string;
  line: number;
  /** Why it was left as it is. */
  why?: string;
}

/** What an import will do. */
export interface ImportPlan {
  versions: PlannedVersion[];
  unread: UnreadLine[];
  /** Releases of the ledger that are told to have grown from a version of the import. */
  joined: { version: string; to: string }[];
  files: { file: string; text: string }[];
}

interface Found {
  read: ImportedVersion;
  source: ReadSource;
  existing: StoredNote | null;
}

interface Dated extends Found {
  date: string;
  dated: 'text' | 'platform' | 'tag' | 'dossier';
}

/** Says what becomes of every version that was read, and writes nothing. */
export function planImport(
  product: string,
  sources: readonly ReadSource[],
  reader: LedgerReader,
  tagged: TaggedVersions | null,
): ImportPlan {
  const unread = sources.flatMap((source) => source.unread);
  const found = onceEach(product, sources, reader, tagged, unread);
  const there = found.filter(({ existing }) => existing !== null);
  const dated = found
    .filter(({ existing }) => existing === null)
    .flatMap((one) => dateOf(product, one, reader, tagged, unread));
  const order = lineageOrder(product, reader, dated);
  const written = dated.map((one) => write(product, one, order, reader));
  const kept = there.map((one) => keep(product, one, reader));
  const past = written.length === 0 ? [] : joinPast(product, reader, dated);
  const versions = [...written.map(({ planned }) => planned), ...kept];
  return {
    versions: sortByVersion(versions, ({ version }) => version).reverse(),
    unread,
    joined: past.map(({ version, to }) => ({ version, to })),
    files: [...written.map(({ planned, text }) => ({ file: planned.file, text })), ...past],
  };
}

/** The first text of a version counts; another one of the same version is told. */
function onceEach(
  product: string,
  sources: readonly ReadSource[],
  reader: LedgerReader,
  tagged: TaggedVersions | null,
  unread: UnreadLine[],
): Found[] {
  const ownVersions = [...reader.versions(product), ...reader.notedVersions(product)];
  const told = sources.flatMap(({ versions }) => versions.map(({ version }) => version));
  const spelt = spelling([...ownVersions, ...(tagged?.times.keys() ?? [])], told);
  const first = new Map<string, Found>();
  for (const source of sources)
    for (const told of source.versions) {
      const version = spelt(told.version);
      const before = first.get(version.toLowerCase());
      if (before === undefined)
        first.set(version.toLowerCase(), {
          read: { ...told, version },
          source,
          existing: reader.note(product, version),
        });
      else if (digestOf(before.read) !== digestOf(told))
        unread.push(
          unreadLine(
            told.file,
            told.line,
            told.version,
            `${version} stands in ${before.read.file}:${before.read.line} already`,
          ),
        );
    }
  return [...first.values()];
}

/** A day without a release is no date: such a version is told, and what would help. */
function dateOf(
  product: string,
  found: Found,
  reader: LedgerReader,
  tagged: TaggedVersions | null,
  unread: UnreadLine[],
): Dated[] {
  const { read } = found;
  const harvested = reader.release(product, read.version)?.date;
  if (harvested !== undefined) return [{ ...found, date: harvested, dated: 'dossier' }];
  const time = tagged?.times.get(read.version);
  if (read.date !== null) return [{ ...found, date: read.date.at, dated: read.date.dated }];
  if (time !== undefined) return [{ ...found, date: instantOf(time), dated: 'tag' }];
  const help =
    tagged === null
      ? 'give --repo a clone with its tag, or write the day into its heading'
      : 'no tag of --repo tells it either; write the day into its heading';
  unread.push(
    unreadLine(
      read.file,
      read.line,
      read.version,
      `nothing says on which day ${read.version} came out: ${help}`,
    ),
  );
  return [];
}

interface LineageOrder {
  sorted: DatedVersion[];
  placeOf: ReadonlyMap<string, number>;
}

/** All versions that will have a note, the lowest first. */
function lineageOrder(product: string, reader: LedgerReader, dated: readonly Dated[]): LineageOrder {
  const noted = reader.notedVersions(product).flatMap((version) => reader.note(product, version)?.data ?? []);
  const all = [...noted, ...dated.map(({ read, date }) => ({ version: read.version, date }))];
  const sorted = sortByVersion(
    all.map(({ version, date }) => ({ version, date })),
    ({ version }) => version,
  );
  return { sorted, placeOf: new Map(sorted.map(({ version }, index) => [version, index])) };
}

/** Notes without a past, which have one now: the rest of each stays as it is. */
function joinPast(
  product: string,
  reader: LedgerReader,
  dated: readonly Dated[],
): { version: string; to: string; file: string; text: string }[] {
  const fresh = dated
    .filter(({ dated: by }) => by !== 'dossier')
    .map(({ read, date }) => ({ version: read.version, date }));
  const all = [...importedVersions(reader, product), ...fresh];
  const imported = sortByVersion(all, ({ version }) => version);
  return reader.notedVersions(product).flatMap((version) => {
    const note = reader.note(product, version);
    const joined = note === null ? null : joinedToPast(note, imported);
    return note === null || joined === null ? [] : [{ version, file: note.file, ...joined }];
  });
}

function write(
  product: string,
  { read, source, date, dated }: Dated,
  { sorted, placeOf }: LineageOrder,
  reader: LedgerReader,
): { planned: PlannedVersion; text: string } {
  const known = dossierChanges(reader, product, read.version);
  const { body, ids } = known === null ? { body: read.body, ids: [] } : linkBullets(read.body, known.idsOf);
  const lineage = assumedLineage(sorted, placeOf.get(read.version) ?? 0);
  const origin = { product, from: source.from, format: source.format, date, dated, lineage };
  const entries = ids.flatMap((id) => known?.entryOf(id) ?? []);
  return {
    planned: { ...outline(product, read), state: 'new', date, linked: linkedIn(read.body, known) },
    text: importedNote(read, origin, entries, body),
  };
}

/** A note that is there keeps every byte: nobody can tell a harvest's words in it from a person's. */
function keep(product: string, { read, existing }: Found, reader: LedgerReader): PlannedVersion {
  const imported = existing?.data.imported;
  const known =
    existing === null
      ? null
      : notedChanges(existing.data, dossierChanges(reader, product, read.version), reader, product);
  const planned = {
    ...outline(product, read),
    date: existing?.data.date ?? null,
    linked: linkedIn(read.body, known),
  };
  if (imported?.digest === digestOf(read)) return { ...planned, state: 'same' };
  const why =
    imported === undefined
      ? `it has a note already, which tells of ${planned.linked} of ${planned.entries} entries`
      : `it was imported from ${imported.from} before, with other words`;
  return { ...planned, state: 'kept', why };
}

function outline(product: string, { version, body, file, line }: ImportedVersion) {
  return {
    version,
    entries: bulletsOf(body).length,
    file: ledgerPaths(product).note(version),
    from: file,
    line,
  };
}

function linkedIn(body: string, known: Pick<KnownChanges, 'idsOf'> | null): number {
  return known === null ? 0 : bulletsOf(body).filter((words) => known.idsOf(words).length > 0).length;
}

function bulletsOf(body: string): string[] {
  return parseNoteBody(body).sections.flatMap(({ bullets }) => bullets.map(({ text }) => text));
}
