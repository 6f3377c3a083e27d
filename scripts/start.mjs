// Starts the command line with what was compiled before: opened ahead of the first file of TypeScript, so that node need
// not load its reader of TypeScript either.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));
const { enterCallerFolder } = await import('./tool/caller-folder.ts');
enterCallerFolder();
await import('./ledger.ts');
