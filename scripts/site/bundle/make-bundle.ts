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
await build({
  root: ROOT,
  mode: 'production',
  logLevel: 'warn',
  integrations: [captureBundle(client, target)],
});
await rm(path.join(client, '.prerender'), { recursive: true, force: true });
