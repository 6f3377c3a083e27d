import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Fault } from '../../../src/records/fault.ts';
import { type Workplace, workplace } from './workplace.ts';

/** An edition's code as Astro built it. */
export interface Bundle {
  /** What it was built from: the same key, the same pages. */
  key: string;
  /** The module that renders pages. */
  entry: string;
  /** Files that are served as they are: styles, scripts, the typeface. */
  client: string;
  pages: PageStyles[];
}

/** The sheets of style of a page, as Astro knows them. */
export interface PageStyles {
  key: string;
  styles: { depth: number; order: number; sheet: unknown }[];
}

const StoredSchema = z.object({
  entry: z.string(),
  pages: z.array(
    z.object({
      key: z.string(),
      styles: z.array(z.object({ depth: z.number(), order: z.number(), sheet: z.unknown() })),
    }),
  ),
});

/** Bundles of other codes that stay: whoever goes back and forth between two states of the code waits once for each. */
const KEPT = 4;
const IN_USE_MS = 3_600_000;

/**
 * The bundle of an edition, built where there is none of this code; `cache` is where may be written if nothing can be
 * below the tool. Throws a Fault where the code cannot be built.
 */
export function bundleOf(edition: 'public' | 'internal', code: string, cache: string | null = null): Bundle {
  const key = createHash('sha256').update(`${edition} ${code}`).digest('hex').slice(0, 32);
  const place = workplace(code, cache);
  const folder = path.join(place.bundles, `${edition}-${key}`);
  const stored = readStored(folder) ?? builtNow(edition, folder, place);
  return {
    key,
    entry: path.join(folder, stored.entry),
    client: path.join(folder, 'client'),
    pages: stored.pages,
  };
}

/** Null where there is none, or only a part of one. */
function readStored(folder: string): z.infer<typeof StoredSchema> | null {
  try {
    const stored = StoredSchema.parse(JSON.parse(readFileSync(path.join(folder, 'bundle.json'), 'utf8')));
    const isWhole = existsSync(path.join(folder, stored.entry)) && existsSync(path.join(folder, 'client'));
    return isWhole ? stored : null;
  } catch {
    return null;
  }
}

function builtNow(edition: string, folder: string, place: Workplace): z.infer<typeof StoredSchema> {
  rmSync(folder, { recursive: true, force: true });
  build(edition, folder, place);
  const stored = readStored(folder);
  if (stored === null) throw new Fault('the code that was built is gone', { place: { file: folder } });
  return stored;
}

/** In a process of its own: what builds the code is a hundred megabytes that rendering does not need. */
function build(edition: string, folder: string, { root, bundles }: Workplace): void {
  const unfinished = `${folder}.building-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    const script = path.join(import.meta.dirname, 'make-bundle.ts');
    const { status } = spawnSync(process.execPath, [script, edition, unfinished], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: cleanEnvironment(),
    });
    if (status !== 0) throw new Fault(`the code of the ${edition} edition could not be built`, {});
    place(unfinished, folder);
    prune(bundles, edition);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Vite writes what it finds in its environment into the code: what is kept must not depend on who built it first. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT'].map((name) => [
    name,
    process.env[name],
  ]);
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Somebody else may have built the same one meanwhile. */
function place(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function prune(bundles: string, edition: string): void {
  const all = readdirSync(bundles)
    .filter((name) => name.startsWith(`${edition}-`) && !name.includes('.'))
    .map((name) => ({ name, at: statSync(path.join(bundles, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  // What is young may be in use by somebody who builds just now.
  for (const { name } of all.slice(KEPT).filter(({ at }) => at < Date.now() - IN_USE_MS))
    rmSync(path.join(bundles, name), { recursive: true, force: true });
}
