import type { ImportFormat } from '../../../src/records/index.ts';
import { readWholeFile } from './changelog.ts';
import type { Markup } from './headings.ts';
import type { GivenFile, ReadImport } from './imported-version.ts';
import { readVersionHeading } from './version-heading.ts';

/** Files of a folder that may be somebody's notes. */
export function isInFolder(name: string): boolean {
  return /(?:\.(?:md|markdown|txt|rst|adoc|asciidoc)|\/[^./]+|\/v?\d[\d.]*)$/i.test(name);
}

/**
 * A file of a folder with one for each version, as "2.30.0.txt": where no heading in it names another one, all of the
 * file is that version. Else it is a changelog as any other.
 */
export function readVersionFile(
  file: GivenFile,
  format: ImportFormat,
  markup: Markup,
  read: (file: GivenFile) => ReadImport,
): ReadImport {
  const base = file.name
    .slice(file.name.lastIndexOf('/') + 1)
    .replace(/\.(?:md|markdown|txt|rst|adoc|asciidoc)$/i, '');
  const named = readVersionHeading(base.replace(/[-_](?:notes|release-?notes|changelog)$/i, ''), false);
  const whole = read(file);
  if (named.kind !== 'version' || whole.versions.some(({ version }) => !isSame(version, named.version)))
    return whole;
  return readWholeFile(file, format, markup, named.version);
}

/** A title may say "2.30" in a file that is called "2.30.0". */
function isSame(title: string, name: string): boolean {
  const bare = (version: string): string => version.replace(/(?:\.0+)+$/, '');
  return bare(title) === bare(name);
}
