// Plain JavaScript: to read TypeScript takes longer than all that is done here.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Below the tool: where the command line lies joined into few files. */
export const JOINED = '.cache/joined';

/** In there: what was joined, and what came of it. It is written last, so that all that it lists is there. */
export const LIST = 'list.json';

/**
 * What a file was like: its place below the tool, its bytes counted, the moment of its last change in milliseconds, and
 * the SHA-256 of its bytes in hexadecimal digits.
 *
 * @typedef {[file: string, size: number, changed: number, digest: string]} Sign
 */

/**
 * `modules` tells by the name of a source which file it was joined into; `files` are all sources, packages and joined
 * files.
 *
 * @typedef {{ modules: Record<string, string>, files: Sign[] }} JoinedList
 */

/**
 * The addresses of modules as they were joined, by the names of their sources. Null where any file is not what it was
 * then, or where nothing was joined: then the sources are what is to be run.
 *
 * @param {string} tool the tool's folder, with no link on the way to it
 * @returns {Record<string, string> | null}
 */
export function freshCode(tool) {
  try {
    const folder = path.join(tool, JOINED);
    // Joined code reckons all places from its own: behind a link it would look for them elsewhere.
    if (realpathSync(folder) !== folder) return null;
    const { modules, files } = /** @type {JoinedList} */ (
      JSON.parse(readFileSync(path.join(folder, LIST), 'utf8'))
    );
    if (!files.every((sign) => isSame(tool, sign))) return null;
    return Object.fromEntries(
      Object.entries(modules).map(([source, name]) => [source, pathToFileURL(path.join(folder, name)).href]),
    );
  } catch {
    return null;
  }
}

/**
 * The SHA-256 of bytes, in hexadecimal digits.
 *
 * @param {Uint8Array} bytes
 */
export function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Whoever copies or checks out files gives them another time, and no other bytes.
 *
 * @param {string} tool
 * @param {Sign} sign
 */
function isSame(tool, [file, size, changed, digest]) {
  const place = `${tool}/${file}`;
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined || found.size !== size) return false;
  return found.mtimeMs === changed || digestOf(readFileSync(place)) === digest;
}
