import { createHash } from 'node:crypto';
import { isPrerelease } from '../../src/history/version-order.ts';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import {
  type Imported,
  type ImportFormat,
  type Note,
  type NoteEntry,
  NoteSchema,
  SCHEMA_VERSION,
} from '../../src/records/index.ts';
import type { ImportedVersion } from '../parse/imports/imported-version.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import type { AssumedLineage } from './lineage.ts';

/** What a note says besides its words. */
export interface NoteOrigin {
  product: string;
  from: string;
  format: ImportFormat;
  date: string;
  dated: Imported['dated'];
  lineage: AssumedLineage;
}

/** Of a release that its own notes mark so: they give no reason. */
const YANKED = 'It was marked as withdrawn in the project’s earlier changelog.';

/** The digest of a version's words as they stood. */
export function digestOf({ source }: Pick<ImportedVersion, 'source'>): string {
  return `sha256:${createHash('sha256').update(source).digest('hex')}`;
}

/** The file of an imported note. */
export function importedNote(
  version: ImportedVersion,
  { product, from, format, date, dated, lineage }: NoteOrigin,
  entries: readonly NoteEntry[],
  body: string,
): string {
  const { previous, descendsFrom } = lineage;
  const note: Note = {
    schema: SCHEMA_VERSION,
    product,
    version: version.version,
    date,
    prerelease: version.prerelease ?? isPrerelease(version.version),
    imported: { from, format, digest: digestOf(version), dated },
    previous,
    ...(descendsFrom !== undefined && { descendsFrom }),
    ...(version.yanked && { withdrawn: { reason: YANKED } }),
    entries: [...entries],
  };
  const text = markdownFile(note as unknown as { [key: string]: Yaml }, body);
  readMarkdown(text, NoteSchema, version.file);
  return text;
}
