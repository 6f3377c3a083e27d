import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/index.ts';
import { statementText } from '../../src/verdict/export/statement.ts';
import { exportRelease } from '../../src/verdict/export/statements.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { exportSource, type SourceOptions } from '../dossier/export-source.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger attest` is asked for. */
export interface AttestOptions extends SourceOptions {
  content: string;
  product: string;
  release: string;
  /** The folder that the statements are written to; it must not exist yet. */
  out: string;
  /** The moment of judgement; the clock's where it is not given. */
  now?: string;
}

/** Writes a release's stage reports, votes and verdict as in-toto statements. Returns the exit code. */
export async function attest(options: AttestOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const version = resolveVersion(reader, options.product, options.release);
  const now = momentOf(options.now);
  const dossier = readDossier(reader, options.product, version, now);
  const { evidence, summary, unbound } = exportRelease(dossier, judge(dossier), exportSource(options));
  const statements = summary === null ? evidence : [...evidence, summary];
  const files = statements.map(({ file }) => file);
  writeFolder(
    options.out,
    statements.map(({ file, statement }) => [file, statementText(statement)]),
  );
  if (out.json)
    out.result({ product: options.product, release: version, folder: options.out, files, unbound });
  out.say(`${files.length} statements in ${options.out}.`);
  for (const record of unbound) out.say(`${record} names neither commit nor digest: it attests nothing.`);
  return 0;
}

/** All files or none: made aside, then renamed. Throws where the folder is there already. */
function writeFolder(folder: string, files: readonly (readonly [string, string])[]): void {
  const draft = `${path.resolve(folder)}.${process.pid}`;
  try {
    for (const [file, text] of files) {
      fs.mkdirSync(path.dirname(path.join(draft, file)), { recursive: true });
      fs.writeFileSync(path.join(draft, file), text);
    }
    fs.mkdirSync(draft, { recursive: true });
    fs.renameSync(draft, path.resolve(folder));
  } catch (cause) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw new Fault(`the statements cannot be written to ${folder}: ${(cause as Error).message}`, {
      hint: 'Name a folder that is not there yet, or is empty.',
      cause,
    });
  }
}
