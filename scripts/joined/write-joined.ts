import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, JOINED, type JoinedList, LIST, type Sign } from './fresh-code.mjs';

/** A joined file. Its name follows from its bytes. */
interface JoinedFile {
  path: string;
  contents: Uint8Array;
}

/** What is young may be read by somebody just now, or be written. */
const IN_USE_MS = 3_600_000;

/**
 * Writes joined files, then the list of them and of all that they were made from. Whoever reads meanwhile, or joins as
 * well, finds whole files: those of one name have the same bytes, and what no list names is not used.
 */
export function writeJoined(
  tool: string,
  { modules, files }: JoinedList,
  joined: readonly JoinedFile[],
): void {
  const folder = path.join(tool, JOINED);
  const written = joined.map(({ path: place, contents }): Sign => {
    writeWhole(place, contents);
    const { size, mtimeMs } = statSync(place);
    return [path.posix.join(JOINED, path.basename(place)), size, mtimeMs, digestOf(contents)];
  });
  const list: JoinedList = { modules, files: [...written, ...files] };
  writeWhole(path.join(folder, LIST), JSON.stringify(list));
  removeOld(folder, new Set([LIST, ...joined.map(({ path: place }) => path.basename(place))]));
}

function writeWhole(place: string, contents: string | Uint8Array): void {
  const unfinished = `${place}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, place);
}

function removeOld(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder).filter((each) => !used.has(each))) {
    const place = path.join(folder, name);
    const found = statSync(place, { throwIfNoEntry: false });
    if (found && found.mtimeMs < Date.now() - IN_USE_MS) rmSync(place, { recursive: true, force: true });
  }
}
