import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { Fault } from '../../src/records/fault.ts';

/** What one build makes of which records. */
export interface EditionBuild {
  edition: 'public' | 'internal';
  content: string;
  out: string;
}

/**
 * Builds one edition beside its place and puts it there when it is whole: a build that fails leaves the
 * previous output as it was. Throws a Fault for records that are not as they should be.
 */
export async function buildEdition({ edition, content, out }: EditionBuild): Promise<void> {
  const unfinished = `${path.resolve(out)}.building-${process.pid}`;
  process.env['LEDGER_EDITION'] = edition;
  process.env['LEDGER_CONTENT'] = path.resolve(content);
  process.env['LEDGER_OUT'] = unfinished;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    await build({ root: path.resolve(import.meta.dirname, '../..'), mode: 'production', logLevel: 'warn' });
    await replace(path.resolve(out), unfinished);
  } catch (error) {
    throw asFault(error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function replace(out: string, finished: string): Promise<void> {
  const before = `${out}.before-${process.pid}`;
  await mkdir(path.dirname(out), { recursive: true });
  await rename(out, before).catch(ignoreMissing);
  await rename(finished, out);
  await rm(before, { recursive: true, force: true });
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
