import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { isOlder, signOfStats } from '../file-sign.ts';

/** What tells on disk whether a file may have changed. Null for what is no file, or too fresh to be told. */
export function signOfFile(place: string): string | null {
  const now = Date.now();
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return null;
  return isOlder(found, now) ? signOfStats(found) : null;
}

/** The same of some files of a folder. */
export function signOfFiles(folder: string, names: readonly string[]): string | null {
  const signs = names.toSorted().map((name) => [name, signOfFile(`${folder}/${name}`)]);
  return signs.every(([, sign]) => sign !== null) ? hash('sha256', JSON.stringify(signs)) : null;
}
