import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { Fault } from '../../../src/records/fault.ts';

/** Writes Pagefind's index of the records. One record after the other: their order decides bytes. */
export async function writePagefind(folder: string, records: Iterable<SearchRecord>): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (index === undefined) throw refused(errors);
    for (const record of records) {
      const { errors } = await index.addCustomRecord({ ...record });
      if (errors.length > 0) throw refused(errors, record.url);
    }
    // Pagefind says that its files are written before they are: a busy machine reads them half empty.
    const { errors: unmade, files } = await index.getFiles();
    if (unmade.length > 0) throw refused(unmade);
    for (const { path: name, content } of files) await writeInto(folder, name, content);
  } finally {
    await close();
  }
}

async function writeInto(folder: string, name: string, content: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

function refused(errors: readonly string[], file?: string): Fault {
  return new Fault(`Pagefind made no search index: ${errors.join('; ')}`, {
    ...(file !== undefined && { place: { file } }),
    hint: 'Its program comes with "npm ci" for Linux, macOS, Windows and FreeBSD.',
  });
}
