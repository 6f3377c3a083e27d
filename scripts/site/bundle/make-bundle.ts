// Builds the code of one edition, without any page: `make-bundle.ts EDITION FOLDER`.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { ROOT } from '../root.ts';
import { captureBundle } from './capture-bundle.ts';

const [edition = '', target = ''] = process.argv.slice(2);
// Astro puts what it needs on the way beside its output, and only there where that is inside of the working folder.
const client = path.join(target, 'client');
process.env['LEDGER_EDITION'] = edition;
process.env['LEDGER_OUT'] = client;
// Two that are built at once would write into the same one.
const cache = path.join(target, 'astro');
process.env['LEDGER_CACHE'] = cache;
await build({
  root: ROOT,
  mode: 'production',
  logLevel: 'warn',
  integrations: [captureBundle(client, target)],
});
for (const place of [path.join(client, '.prerender'), cache])
  await rm(place, { recursive: true, force: true });
