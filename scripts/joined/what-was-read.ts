import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { digestOf, type Sign } from './fresh-code.mjs';

/** The clock that files get their times from ticks every few milliseconds. */
const TICK_MS = 20;

/** The folder of the package that a file is of. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** What is installed; npm writes it each time. */
const INSTALLED = 'node_modules/.package-lock.json';

/** All files that joined code follows from: those that were read, and what says which of a package's files to read. */
export function decidingFiles(tool: string, { inputs }: Metafile): string[] {
  const read = Object.keys(inputs);
  const packages = read.flatMap((file) => PACKAGE.exec(file) ?? []).map((folder) => `${folder}/package.json`);
  const also = ['package.json', INSTALLED, ...packages].filter((file) => existsSync(path.join(tool, file)));
  return [...new Set([...read, ...also])];
}

/** The sign of a file that was read at `begun`, in milliseconds, or later. Throws where it has changed since. */
export function asFound(tool: string, file: string, begun: number): Sign {
  const place = path.join(tool, file);
  const { size, mtimeMs } = statSync(place);
  if (mtimeMs > begun - TICK_MS) throw new Error(`${file} changed just now`);
  return [file, size, mtimeMs, digestOf(readFileSync(place))];
}
