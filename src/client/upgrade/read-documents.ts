import type { MonthDocument, ReleasesDocument } from '../../api/documents.ts';
import { type Lineage, lineageOf } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';

/** Files that are asked for at the same time. */
const AT_ONCE = 8;

/** A product's releases and how they grew from each other. */
export interface ProductReleases {
  product: ReleasesDocument;
  lineage: Lineage;
}

/** How many files of how many are there. */
export type OnProgress = (done: number, all: number) => void;

/** Reads a product's documents; what was read once is kept. All of it throws where a file cannot be read. */
export interface DocumentReader {
  releases(signal: AbortSignal): Promise<ProductReleases>;
  /** The notes of the months in which some versions came out, and no others. */
  notes(versions: readonly string[], signal: AbortSignal, onProgress: OnProgress): Promise<PublicRelease[]>;
}

/** Where the documents are. */
export interface Addresses {
  releases: string;
  /** The folder of the months. */
  months: string;
}

/** Makes a reader for one product. */
export function documentReader(addresses: Addresses): DocumentReader {
  const months = new Map<string, PublicRelease[]>();
  let known: ProductReleases | null = null;
  const releases = async (signal: AbortSignal): Promise<ProductReleases> => {
    if (known !== null) return known;
    const product: ReleasesDocument = await read(addresses.releases, signal);
    known = { product, lineage: lineageOf(product.releases) };
    return known;
  };
  const month = async (name: string, signal: AbortSignal): Promise<void> => {
    const document: MonthDocument = await read(`${addresses.months}${name}.json`, signal);
    months.set(name, document.releases);
  };
  return {
    releases,
    async notes(versions, signal, onProgress) {
      const { lineage } = await releases(signal);
      const needed = new Set(versions.flatMap((version) => lineage.find(version)?.date.slice(0, 7) ?? []));
      const missing = [...needed].filter((name) => !months.has(name));
      await inTurn(missing, (name) => month(name, signal), onProgress);
      const wanted = new Set(versions);
      const notes = [...needed].flatMap((name) => months.get(name) ?? []);
      return notes.filter(({ version }) => wanted.has(version));
    },
  };
}

/** Does something for each, a few at the same time. */
async function inTurn<Item>(
  items: readonly Item[],
  task: (item: Item) => Promise<void>,
  onProgress: OnProgress,
): Promise<void> {
  const waiting = [...items];
  let done = 0;
  onProgress(done, items.length);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await task(next);
      done += 1;
      onProgress(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function read<Content>(address: string, signal: AbortSignal): Promise<Content> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
