import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { publishedRecords } from './search-index/published-records.ts';
import { readPublished } from './search-index/read-published.ts';
import { settleIndex } from './search-index/settle-index.ts';
import { writePagefind } from './search-index/write-pagefind.ts';

/**
 * Adds the search index to a built edition, in the folder `pagefind`. It is made from what the edition's own API
 * says: nothing can be found that is not published. The same edition gives the same bytes; one without any
 * release gets no index.
 */
export async function writeSearchIndex(edition: string): Promise<void> {
  const folder = path.join(edition, 'pagefind');
  const products = await readPublished(edition);
  const records = [...publishedRecords(products)];
  if (records.length === 0) return;
  await writePagefind(folder, records);
  const taken = await settleIndex(folder);
  if (taken !== records.length)
    throw new Fault(`the search index has ${taken} of ${records.length} records`, {
      hint: 'Two of them may have one address, or one has no word.',
    });
}
