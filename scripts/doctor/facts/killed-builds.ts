import path from 'node:path';
import { isAlive } from '../../store/process-alive.ts';
import { namesIn, textIn } from './plain-look.ts';

/** A build that was killed. */
export interface KilledBuild {
  /** Its part of the cache. */
  folder: string;
  /** It was putting pages in their place: some of them are there, some are not. */
  half: boolean;
}

/** Builds that left a lock, or pages half in their place, below a cache folder. */
export function killedBuilds(cache: string): KilledBuild[] {
  const shared = path.join(cache, 'site');
  return [...subfolders(cache), ...subfolders(shared)].flatMap((folder) => {
    const lock = textIn(path.join(folder, 'lock'));
    const half = textIn(path.join(folder, 'applying')) !== null;
    if ((lock === null && !half) || (lock !== null && isAlive(Number(lock)))) return [];
    return [{ folder, half }];
  });
}

function subfolders(folder: string): string[] {
  return namesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}
