import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIND } from '../../../src/views/texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDERS = ['scripts/site/search-index', 'src/notes/search'];
/** Versions of Pagefind and of what compresses, how an edition is read, and names of sections. */
const FILES = ['package-lock.json', 'src/records/sections.ts', 'src/views/paths.ts'];

const FOR_TESTS = /(?:\.test|\/testing)\.ts$/;

/** A digest of all that a shard's bytes depend on besides what it is made from. */
export async function codeVersion(): Promise<string> {
  const inFolders = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(path.join(ROOT, folder))).map((name) => `${folder}/${name}`),
    ),
  );
  const files = [...FILES, ...inFolders.flat()].filter((file) => !FOR_TESTS.test(file)).sort();
  const hash = createHash('sha256').update(FIND.workaround);
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(await readFile(path.join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}
