// Builds the code of one edition, without any page: `make-bundle.ts EDITION FOLDER`, in the folder that the code is in.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { captureBundle } from './capture-bundle.ts';
import { joinCode } from './join-code.ts';

const [edition = '', target = ''] = process.argv.slice(2);
// Astro puts what it needs on the way beside its output, and only there where that is inside of the working folder.
const client = path.join(target, 'client');
process.env['LEDGER_EDITION'] = edition;
process.env['LEDGER_OUT'] = client;
// Two that are built at once would write into the same one.
const cache = path.join(target, 'astro');
process.env['LEDGER_CACHE'] = cache;
await build({
  root: process.cwd(),
  mode: 'production',
  logLevel: 'warn',
  // It would be below node_modules, where not everybody may write.
  vite: { cacheDir: path.join(target, 'vite') },
  integrations: [captureBundle(client, target)],
});
await joinCode(target);
for (const place of [path.join(client, '.prerender'), path.join(target, 'vite'), cache])
  await rm(place, { recursive: true, force: true });
