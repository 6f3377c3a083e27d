import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { isOlder } from '../site/file-sign.ts';
import { digestOf, type Sign } from './fresh-code.mjs';

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
  const found = statSync(place);
  if (!isOlder(found, begun)) throw new Error(`${file} changed just now`);
  return [file, found.size, found.mtimeMs, digestOf(readFileSync(place))];
}
