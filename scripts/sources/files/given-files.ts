import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../../src/records/index.ts';

/** A file or a folder as a person named it. */
export interface GivenPath {
  /** As it was named. */
  given: string;
  /** The name alone. */
  name: string;
  isFolder: boolean;
  /** The file, or all files below the folder, by name. */
  files: { name: string; text: string }[];
  /** Files that hold no text. */
  broken: string[];
}

/** Bytes of one file, and files of one folder: what is more was named by mistake. */
const LONGEST = 64 * 1024 * 1024;
const MOST = 100_000;

/** Reads what a person named. Links are not followed out of a folder. Throws a Fault for what is not there. */
export function readGivenPath(given: string): GivenPath {
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new Fault('there is no such file or folder', {
      place: { file: given },
      hint: 'Name a changelog, a folder of notes, or GitHub’s releases as JSON.',
    });
  const names = stat.isDirectory() ? filesBelow(given) : [given];
  const read = names.map((name) => ({ name, text: textOf(name) }));
  return {
    given,
    name: path.basename(path.resolve(given)),
    isFolder: stat.isDirectory(),
    files: read.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }])),
    broken: read.flatMap(({ name, text }) => (text === null ? [name] : [])),
  };
}

function filesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  if (entries.length > MOST)
    throw new Fault(`there are ${entries.length} files below it`, {
      place: { file: folder },
      hint: 'Name the folder that holds the notes, and nothing above it.',
    });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Null for bytes that are no UTF-8. */
function textOf(file: string): string | null {
  const { size } = fs.statSync(file);
  if (size > LONGEST) throw new Fault(`it has ${size} bytes: no changelog is that long`, { place: { file } });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(file));
  } catch {
    return null;
  }
}
