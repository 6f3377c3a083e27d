import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';

/** All that decides what pages look like beside the records: the site's code, its packages, and the code that builds it. */
const CODE = ['src', 'public', 'scripts/site', 'scripts/notes', 'scripts/build.ts'];
const FILES = ['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'];
const UNUSED = /\.test\.ts$|(?:^|\/)testing(?:\/|$)/;

/** A digest of the code and of what runs it: what another code made is never taken for its own. */
export function codeDigest(): string {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  const files = [...CODE.flatMap((place) => filesOf(place)), ...FILES];
  for (const file of files.filter((each) => existsSync(path.join(ROOT, each))))
    hash.update(`${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(path.join(ROOT, file)))
        .digest(),
    );
  return hash.digest('hex');
}

function filesOf(place: string): string[] {
  if (UNUSED.test(place)) return [];
  if (path.extname(place) !== '') return [place];
  return readdirSync(path.join(ROOT, place), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(`${place}/${entry.name}`) : fileOf(place, entry.name),
    );
}

function fileOf(place: string, name: string): string[] {
  return UNUSED.test(name) ? [] : [`${place}/${name}`];
}
