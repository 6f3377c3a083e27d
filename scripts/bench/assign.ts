import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Reads, parses and assigns every commit of a harvested product, and writes nothing.
enableCompileCache(fileURLToPath(new URL('../../.cache/compile', import.meta.url)));
const { compareReleases } = await import('../harvest/across-releases.ts');
const { readProductHistory } = await import('../harvest/product-history.ts');
const { NO_PLATFORM } = await import('../harvest/platform/source.ts');
const { LedgerReader } = await import('../store/read.ts');

const [content = '', product = ''] = process.argv.slice(2);
const reader = new LedgerReader(path.resolve(content));
const { policy } = reader.knownPolicy(product);
const silent = { step: () => {}, say: () => {}, end: () => {} };
const history = await readProductHistory({ policy, reader, source: NO_PLATFORM, progress: silent });
compareReleases(history);
