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
    const { errors: unwritten } = await index.writeFiles({ outputPath: folder });
    if (unwritten.length > 0) throw refused(unwritten);
  } finally {
    await close();
  }
}

function refused(errors: readonly string[], file?: string): Fault {
  return new Fault(`Pagefind made no search index: ${errors.join('; ')}`, {
    ...(file !== undefined && { place: { file } }),
    hint: 'Its program comes with "npm ci" for Linux, macOS, Windows and FreeBSD.',
  });
}
