import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { Fault } from '../../src/records/fault.ts';
import { writeSearchIndex } from './search-index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What one build makes of which records. */
export interface EditionBuild {
  edition: 'public' | 'internal';
  content: string;
  out: string;
  /** Where the public edition is served; null where nobody said so. */
  site: string | null;
}

/**
 * Builds one edition beside its place and puts it there when it is whole: a build that fails leaves the
 * previous output as it was. Throws a Fault for records that are not as they should be.
 */
export async function buildEdition({ edition, content, out, site }: EditionBuild): Promise<void> {
  const target = path.resolve(out);
  const unfinished = path.join(ROOT, '.cache', `building-${edition}-${process.pid}`);
  process.env['LEDGER_EDITION'] = edition;
  process.env['LEDGER_CONTENT'] = path.resolve(content);
  process.env['LEDGER_OUT'] = unfinished;
  process.env['LEDGER_SITE'] = site ?? '';
  // Outside of the working folder Astro would prepare every build in one place, whoever else is building.
  process.chdir(ROOT);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    await build({ root: ROOT, mode: 'production', logLevel: 'warn' });
    await writeSearchIndex(unfinished);
    await replace(target, unfinished);
  } catch (error) {
    throw asFault(error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function replace(out: string, finished: string): Promise<void> {
  const [beside, before] = [`${out}.building-${process.pid}`, `${out}.before-${process.pid}`];
  await mkdir(path.dirname(out), { recursive: true });
  await moveTree(finished, beside);
  await rename(out, before).catch(ignoreMissing);
  await rename(beside, out);
  await rm(before, { recursive: true, force: true });
}

/** Copies where renaming cannot: to another file system. */
async function moveTree(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** The site's bundle has a Fault class of its own: told by its name. */
function asFault(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'Fault') {
      const { place, hint } = cause as Fault;
      return new Fault(cause.message, { ...(place && { place }), ...(hint && { hint }), cause: error });
    }
  }
  return error;
}
