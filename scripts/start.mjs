// Starts the command line from its joined code, where that is what the sources are; else from them. With what was compiled
// before: opened ahead of the first file of TypeScript, so that node need not load its reader of TypeScript either.
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshCode } from './joined/fresh-code.mjs';

const tool = fileURLToPath(new URL('..', import.meta.url));
enableCompileCache(path.join(tool, '.cache/compile'));
const joined = freshCode(path.resolve(tool));
const { enterCallerFolder } = await import(joined?.['tool/caller-folder.ts'] ?? './tool/caller-folder.ts');
enterCallerFolder();
await import(joined?.['ledger.ts'] ?? './ledger.ts');
