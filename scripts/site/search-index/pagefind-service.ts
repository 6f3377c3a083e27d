import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { Fault } from '../../../src/records/fault.ts';

/** Files by their names below a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Pagefind's program: it does one thing after the other. */
export interface PagefindService {
  /** The index of some records. Pages in it have numbers in the order of the records. */
  index(records: readonly SearchRecord[]): Promise<Files>;
  end(): Promise<void>;
}

/** Loads Pagefind and starts its program when it is first needed. */
export function pagefindService(): PagefindService {
  let module: Promise<typeof import('pagefind')> | null = null;
  return {
    async index(records) {
      module ??= import('pagefind');
      return indexOf(records, await module);
    },
    async end() {
      if (module !== null) await (await module).close();
    },
  };
}

async function indexOf(
  records: readonly SearchRecord[],
  { createIndex }: typeof import('pagefind'),
): Promise<Files> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw refused(errors);
  // It takes one after the other in the order in which they are sent; nobody needs to wait in between.
  const taken = await Promise.all(records.map((record) => index.addCustomRecord({ ...record })));
  for (const [place, { errors }] of taken.entries())
    if (errors.length > 0) throw refused(errors, records[place]?.url);
  // Pagefind says that its files are written before they are: a busy machine reads them half empty.
  const { errors: unmade, files } = await index.getFiles();
  if (unmade.length > 0) throw refused(unmade);
  await index.deleteIndex();
  return new Map(files.map(({ path, content }) => [path.replaceAll('\\', '/'), content]));
}

function refused(errors: readonly string[], file?: string): Fault {
  return new Fault(`Pagefind made no search index: ${errors.join('; ')}`, {
    ...(file !== undefined && { place: { file } }),
    hint: 'Its program comes with "npm ci" for Linux, macOS, Windows and FreeBSD.',
  });
}
