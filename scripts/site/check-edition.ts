import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { buildEdition, type EditionBuild } from './build-edition.ts';

/** Differences that are named; more are counted. */
const NAMED = 20;

/**
 * Builds an edition from nothing elsewhere, and holds what stands in its place against it, byte for byte. Returns 0 where
 * both are the same, 1 where they are not, which is told line by line. Nothing is changed.
 */
export async function checkEdition(build: EditionBuild, say: (line: string) => void): Promise<0 | 1> {
  if (!existsSync(build.out))
    throw new Fault('there is nothing to check', { place: { file: build.out }, hint: 'Build it first.' });
  const work = mkdtempSync(path.join(tmpdir(), 'ledger-check-'));
  try {
    const fresh = path.join(work, build.edition);
    await buildEdition({ ...build, out: fresh, cache: path.join(work, 'cache') });
    const lines = differences(build.out, fresh);
    for (const line of lines.slice(0, NAMED)) say(line);
    if (lines.length > NAMED) say(`… and ${lines.length - NAMED} more`);
    say(
      lines.length === 0
        ? `The ${build.edition} edition is what a build from nothing makes.`
        : `The ${build.edition} edition is not what a build from nothing makes: remove it and build it again.`,
    );
    return lines.length === 0 ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function differences(is: string, should: string): string[] {
  const [here, there] = [filesBelow(is), filesBelow(should)];
  return [
    ...[...here].flatMap((file) => (there.has(file) ? [] : [`${file} should not be there`])),
    ...[...there].flatMap((file) => {
      if (!here.has(file)) return [`${file} is missing`];
      return readFileSync(path.join(is, file)).equals(readFileSync(path.join(should, file)))
        ? []
        : [`${file} is another`];
    }),
  ];
}

function filesBelow(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort());
}
