import fs from 'node:fs';

/** Folders in a folder, sorted; hidden ones are left out. */
export function subfolders(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Names of the markdown files in a folder, sorted, without their ending. */
export function markdownNames(folder: string): string[] {
  return fileNames(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));
}

/** Names of the files in a folder, sorted. */
export function fileNames(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Whatever lies in a folder, in no order; nothing where there is none. */
export function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // A file in the place of a folder holds no records either; whoever writes there says so.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
