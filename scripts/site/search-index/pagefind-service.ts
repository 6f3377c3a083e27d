import type { SearchRecord } from '../../../src/notes/search/search-record.ts';
import { Fault } from '../../../src/records/fault.ts';

/** Files by their names below a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A program of Pagefind's: it does one thing after the other. */
export interface PagefindService {
  /** The index of some records. Pages in it have numbers in the order of the records. */
  index(records: readonly SearchRecord[]): Promise<Files>;
  end(): Promise<void>;
}

/** Starts a program when it is first needed. Those with another number are others. */
export async function pagefindService(number = 0): Promise<PagefindService> {
  // Pagefind's module keeps a single program: with another address it is another module.
  const address = `${import.meta.resolve('pagefind')}?service=${number}`;
  const { createIndex, close } = (await import(/* @vite-ignore */ address)) as typeof import('pagefind');
  return {
    async index(records) {
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
    },
    end: async () => void (await close()),
  };
}

function refused(errors: readonly string[], file?: string): Fault {
  return new Fault(`Pagefind made no search index: ${errors.join('; ')}`, {
    ...(file !== undefined && { place: { file } }),
    hint: 'Its program comes with "npm ci" for Linux, macOS, Windows and FreeBSD.',
  });
}
