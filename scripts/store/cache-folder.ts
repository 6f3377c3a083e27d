import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that this tool stands in. */
export const TOOL = fileURLToPath(new URL('../..', import.meta.url));

/** Where may be kept what can be made again: `LEDGER_CACHE`, else the tool's, else a temporary folder. */
export function cacheFolder(): string {
  const named = process.env.LEDGER_CACHE;
  if (named !== undefined && named !== '') return named;
  return toolCache() ?? path.join(os.tmpdir(), 'release-ledger');
}

/**
 * The folder of this tool for what can be made again: beside its code, else, where nothing can be written there, in the
 * user's own cache folder (XDG Base Directory Specification). Null where neither can be written. Never in a place where
 * others could put something: what is kept there is run.
 */
export function toolCache(tool: string = TOOL): string | null {
  const own = path.join(tool, '.cache');
  if (canWrite(own)) return own;
  const named = process.env['XDG_CACHE_HOME'] ?? '';
  const users = path.join(
    path.isAbsolute(named) ? named : path.join(os.homedir(), '.cache'),
    'release-ledger',
  );
  return canWrite(users) ? users : null;
}

/** Where code stays as it was compiled; null where nothing can be written that is run later. */
export function compiledCode(): string | null {
  const cache = toolCache();
  return cache && path.join(cache, 'compile');
}

/** True for a folder, made where it is missing, that files can be written into. */
export function canWrite(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
