import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { canWrite } from '../../store/cache-folder.ts';
import { ROOT } from '../root.ts';
import { usualCache } from '../usual-cache.ts';

/** Where Astro builds the code: it writes beside what it reads, and only into its own folder. */
export interface Workplace {
  /** The folder with the code. */
  root: string;
  /** Where what was built is kept, below it. */
  bundles: string;
}

/** All that Astro reads of this tool. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const NAME = /^code-[0-9a-f]{16}$/;
const DAY_MS = 86_400_000;

/**
 * The tool itself; where nothing can be written there, as in an image that runs without rights, a copy of its code in
 * the cache. `code` is the digest of the code, `cache` where to keep copies if somebody said so.
 */
export function workplace(code: string, cache: string | null): Workplace {
  const root = canWrite(ROOT) ? ROOT : copyIn(cache ?? usualCache(), code);
  return { root, bundles: path.join(root, '.cache', 'bundles') };
}

function copyIn(cache: string, code: string): string {
  const name = `code-${code.slice(0, 16)}`;
  const copy = path.join(path.resolve(cache), name);
  if (existsSync(copy)) return copy;
  removeOld(path.resolve(cache));
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const place of CODE) cpSync(path.join(ROOT, place), path.join(unfinished, place), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(unfinished, 'node_modules'));
  return placed(unfinished, copy);
}

/** Somebody else may have made the same one meanwhile. */
function placed(unfinished: string, copy: string): string {
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Copies of other codes go, unless somebody may still build with them. */
function removeOld(cache: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache).filter((each) => NAME.test(each))) {
    const place = path.join(cache, name);
    if (statSync(place).mtimeMs < Date.now() - DAY_MS) rmSync(place, { recursive: true, force: true });
  }
}
