import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that this tool stands in. */
export const TOOL = fileURLToPath(new URL('../..', import.meta.url));

/** Where may be kept what can be made again: `LEDGER_CACHE`, else beside the tool, else a temporary folder. */
export function cacheFolder(): string {
  const named = process.env.LEDGER_CACHE;
  if (named !== undefined && named !== '') return named;
  const own = path.join(TOOL, '.cache');
  try {
    fs.mkdirSync(own, { recursive: true });
    fs.accessSync(own, fs.constants.W_OK);
    return own;
  } catch {
    return path.join(os.tmpdir(), 'release-ledger');
  }
}
