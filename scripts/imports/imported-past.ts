import { compareVersions, sortByVersion } from '../../src/history/version-order.ts';
import { replaceFields } from '../store/front-matter-edit.ts';
import type { LedgerReader, StoredNote } from '../store/read.ts';
import type { Yaml } from '../store/yaml-lines.ts';
import type { DatedVersion } from './lineage.ts';

/** Versions that have nothing but a note from before this tool, the lowest first. */
export function importedVersions(reader: LedgerReader, product: string): DatedVersion[] {
  const unharvested = reader
    .notedVersions(product)
    .filter((version) => reader.releaseText(product, version) === null);
  const versions = unharvested.flatMap((version) => {
    const note = reader.note(product, version)?.data;
    return note?.imported === undefined ? [] : [{ version, date: note.date }];
  });
  return sortByVersion(versions, ({ version }) => version);
}

/**
 * What a release grew from that history tells of no parent: the last version from before this tool that was out by
 * then. Without it, upgrades and the table of vulnerabilities would take it for another product's. Null where there is
 * none.
 */
export function importedPast(own: DatedVersion, imported: readonly DatedVersion[]): string | null {
  const before = imported.findLast(
    ({ version, date }) =>
      compareVersions(version, own.version) < 0 && date.slice(0, 10) <= own.date.slice(0, 10),
  );
  return before?.version ?? null;
}

/** A note that is there, joined to what it grew from; null where it says that itself, or there is nothing. */
export function joinedToPast(
  note: StoredNote,
  imported: readonly DatedVersion[],
): { text: string; to: string } | null {
  const { data, text, body } = note;
  if (data.previous !== null || data.descendsFrom !== undefined) return null;
  const to = importedPast(data, imported);
  if (to === null) return null;
  const head = text.slice(0, text.length - body.length);
  const fields = data as unknown as { [key: string]: Yaml };
  return { text: `${replaceFields(head, fields, { descendsFrom: [to] })}${body}`, to };
}
