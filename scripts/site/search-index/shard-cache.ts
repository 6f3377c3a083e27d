import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Files } from './pagefind-service.ts';

/** Folders of files that were made before, by names that say all that they were made from. */
export interface ShardCache {
  /** Whether something is kept under a name, which then stays. Whether it is as it was kept shows when it is taken. */
  has(name: string): boolean;
  /** Whether a folder has these files as they are kept under a name. */
  isSame(name: string, folder: string, files: readonly string[]): boolean;
  /**
   * Puts what was kept under a name into a folder. False where nothing was, or where it is not as it was kept: what was put
   * there until then is of no use.
   */
  take(name: string, into: string): boolean;
  /** Keeps the files of a folder, which are these, under a name. */
  keep(name: string, from: string, files: Files): void;
  /** Removes what was neither asked for nor kept, and what builds left behind that ended too early. */
  prune(): void;
}

const CHECKSUMS = 'checksums.json';
/** Nothing that is kept is without it. */
const ENTRY = 'pagefind-entry.json';
const UNFINISHED = '.unfinished-';
const HOUR = 60 * 60 * 1000;

/** The cache in a folder; one that keeps nothing for null. Never a reason for a build to fail. */
export function shardCache(folder: string | null): ShardCache {
  if (folder === null)
    return { has: () => false, isSame: () => false, take: () => false, keep: () => {}, prune: () => {} };
  const used = new Set<string>();
  return {
    has(name) {
      const isKept = existsSync(path.join(folder, name, CHECKSUMS));
      if (isKept) used.add(name);
      return isKept;
    },
    isSame(name, place, files) {
      const isSame = tried(() => isFolderSame(path.join(folder, name), place, files)) ?? false;
      if (isSame) used.add(name);
      return isSame;
    },
    take(name, into) {
      const taken = tried(() => takeFolder(path.join(folder, name), into)) ?? false;
      if (taken) used.add(name);
      return taken;
    },
    keep(name, from, files) {
      used.add(name);
      tried(() => keepFolder(folder, name, from, files));
    },
    prune: () => void tried(() => pruneFolder(folder, used)),
  };
}

/** Other builds may use and prune the same folder: what they take away while we look is as if it had not been there. */
function tried<Result>(task: () => Result): Result | null {
  try {
    return task();
  } catch {
    return null;
  }
}

function isFolderSame(kept: string, place: string, files: readonly string[]): boolean {
  // A link may lead to the same bytes today.
  if (!files.every((file) => lstatSync(path.join(place, file)).isFile())) return false;
  const sums = files.map((file) => [file, checksumOf(readFileSync(path.join(place, file)))] as const);
  return isAsKept(Object.fromEntries(sums), readFileSync(path.join(kept, CHECKSUMS), 'utf8'));
}

function takeFolder(kept: string, into: string): boolean {
  const checksums = readFileSync(path.join(kept, CHECKSUMS), 'utf8');
  const found = readdirSync(kept, { recursive: true, withFileTypes: true }).filter(
    (one) => !one.isDirectory(),
  );
  const sums: Record<string, string> = {};
  const folders = new Set<string>();
  for (const { parentPath, name } of found) {
    const file = path.relative(kept, path.join(parentPath, name)).replaceAll(path.sep, '/');
    if (file === CHECKSUMS) continue;
    sums[file] = checksumOf(readFileSync(path.join(kept, file)));
    linkOrCopy(path.join(kept, file), path.join(into, file), folders);
  }
  return isAsKept(sums, checksums);
}

function isAsKept(sums: Record<string, string>, checksums: string): boolean {
  return ENTRY in sums && JSON.stringify(inOrder(sums)) === checksums;
}

function keepFolder(folder: string, name: string, from: string, files: Files): void {
  const unfinished = path.join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    const folders = new Set<string>();
    for (const file of files.keys()) linkOrCopy(path.join(from, file), path.join(unfinished, file), folders);
    const sums = Object.fromEntries([...files].map(([file, bytes]) => [file, checksumOf(bytes)]));
    writeFileSync(path.join(unfinished, CHECKSUMS), JSON.stringify(inOrder(sums)));
    rmSync(path.join(folder, name), { recursive: true, force: true });
    renameSync(unfinished, path.join(folder, name));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function pruneFolder(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const place = path.join(folder, name);
    const inWork = name.startsWith(UNFINISHED) && Date.now() - statSync(place).mtimeMs < HOUR;
    if (!used.has(name) && !inWork) rmSync(place, { recursive: true, force: true });
  }
}

/** Files are never written in place once they stand somewhere: two names of one do no harm. */
function linkOrCopy(from: string, to: string, folders: Set<string>): void {
  const folder = path.dirname(to);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error))) throw error;
    copyFileSync(from, to);
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function inOrder(sums: Record<string, string>): [string, string][] {
  return Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1));
}
