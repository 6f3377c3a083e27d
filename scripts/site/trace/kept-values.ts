import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest.ts';

/** Values that stay from build to build, each under the digest of its text. */
export interface KeptValues {
  /** Undefined where it is not there, or is not what its name says. */
  read(digest: string): string | undefined;
  write(digest: string, text: string): void;
  /** Removes all that nobody asks for any more. */
  prune(used: ReadonlySet<string>): void;
}

/** Values below a folder. */
export function keptValues(folder: string): KeptValues {
  const made = new Set<string>();
  const placeOf = (digest: string): string => path.join(folder, digest.slice(0, 2), digest);
  function read(digest: string): string | undefined {
    try {
      const text = readFileSync(placeOf(digest), 'utf8');
      return digestOf(text) === digest ? text : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    read,
    write(digest, text) {
      const place = placeOf(digest);
      const inside = path.dirname(place);
      if (!made.has(inside)) mkdirSync(inside, { recursive: true });
      made.add(inside);
      if (read(digest) !== undefined) return;
      const beside = `${place}.${process.pid}`;
      writeFileSync(beside, text);
      renameSync(beside, place);
    },
    prune(used) {
      for (const inside of existsSync(folder) ? readdirSync(folder) : [])
        for (const name of readdirSync(path.join(folder, inside)))
          if (!used.has(name)) rmSync(path.join(folder, inside, name), { force: true });
    },
  };
}
