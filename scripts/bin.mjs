#!/usr/bin/env node
// Starts the command line on the Node.js that this project brings, whatever the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Node.js reads TypeScript, but not below a folder of that name.
if (import.meta.url.includes('/node_modules/')) {
  console.error(
    'ledger: this tool does not run from node_modules. Clone it, run npm ci there, and call its scripts/bin.mjs.',
  );
  process.exit(2);
}
const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const entry = fileURLToPath(new URL('./start.mjs', import.meta.url));
const node = existsSync(own) ? own : process.execPath;
// As in package.json: room for new objects, and a hand on the collector for large histories.
const heap = ['--min-semi-space-size=16', '--max-semi-space-size=16', '--expose-gc'];
const { status, error } = spawnSync(node, [...heap, entry, ...process.argv.slice(2)], { stdio: 'inherit' });
if (error !== undefined) console.error(`ledger: cannot start ${node}: ${error.message}`);
process.exitCode = status ?? 2;
