#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { makeProgram } from './program.ts';
import { reportError } from './report.ts';

// Half of a short command's time is reading its own code: keep it compiled.
enableCompileCache(fileURLToPath(new URL('../.cache/compile', import.meta.url)));

/** Exit codes: done, the ledger says no, wrong usage or input. */
const USAGE = 2;

try {
  await makeProgram(async (verb) => {
    process.exitCode = await verb();
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else {
    reportError(error, process.stderr);
    process.exitCode = USAGE;
  }
}
