import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TOOL } from '../../store/cache-folder.ts';

/** A folder that what can be made again is kept in, and whether it can be. */
export interface CachePlace {
  folder: string;
  writable: boolean;
}

/** Where harvests and builds keep things, the first choice first. Nothing is made in order to find out. */
export function cachePlaces(environment: NodeJS.ProcessEnv = process.env, tool = TOOL): CachePlace[] {
  const named = environment['LEDGER_CACHE'] ?? '';
  if (named !== '') return [placeOf(path.resolve(named))];
  const users = environment['XDG_CACHE_HOME'] ?? '';
  const home = path.isAbsolute(users) ? users : path.join(os.homedir(), '.cache');
  return [path.join(tool, '.cache'), path.join(home, 'release-ledger')].map(placeOf);
}

function placeOf(folder: string): CachePlace {
  return { folder, writable: canBeWritten(folder) };
}

/** A folder that is not there is made in the nearest one above it that is. */
function canBeWritten(folder: string): boolean {
  try {
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return path.dirname(folder) !== folder && canBeWritten(path.dirname(folder));
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    return stat.isDirectory();
  } catch {
    return false;
  }
}
