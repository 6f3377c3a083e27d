#!/usr/bin/env node
// Starts the command line on the Node.js that this project brings, whatever the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const entry = fileURLToPath(new URL('./ledger.ts', import.meta.url));
const node = existsSync(own) ? own : process.execPath;
// As in package.json: room for new objects, and a hand on the collector for large histories.
const heap = ['--min-semi-space-size=16', '--max-semi-space-size=16', '--expose-gc'];
// Open before the first file, so that node need not load its reader of TypeScript either.
const cache = fileURLToPath(new URL('../.cache/compile', import.meta.url));
const { status, error } = spawnSync(node, [...heap, entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: cache, ...process.env },
});
if (error !== undefined) console.error(`ledger: cannot start ${node}: ${error.message}`);
process.exitCode = status ?? 2;
