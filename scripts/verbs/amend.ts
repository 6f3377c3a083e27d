import path from 'node:path';
import { type Amendment, Fault, SCHEMA_VERSION } from '../../src/records/index.ts';
import { whoRuns } from '../dossier/opening/who.ts';
import { amendmentFile, type PreparedAmendment } from '../seal/amend/amendment-file.ts';
import { additions, corrections, type SealedLedger } from '../seal/amend/corrections.ts';
import { ledgerPaths } from '../store/paths.ts';
import { PlainFiles } from '../store/plain-files.ts';
import { LedgerReader } from '../store/read.ts';
import { SealedFiles, sealNames } from '../store/sealed-files.ts';
import { readIfThere, writeAllOrNothing } from '../store/transaction.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger amend` is asked for. */
export interface AmendOptions {
  content: string;
  product: string;
  release: string;
  because: string;
  /** Paths, from the content folder or from the release's dossier on. */
  adds?: string[];
  /** `PATH[#field]=VALUE`. */
  corrects?: string[];
  by?: string;
  /** The moment of amending; the clock's where it is not given. */
  now?: string;
}

/** Writes down what became known after a seal, beside what is sealed. Returns the exit code. */
export async function amend(options: AmendOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const reader = new LedgerReader(content);
  const version = resolveVersion(reader, product, options.release);
  const because = options.because.trim();
  if (because === '')
    throw new Fault('--because says nothing', { hint: 'Write what became known, and how.' });
  requireSealed(content, product, version);
  const by = await whoRuns(reader.knownPolicy(product).policy, content, options.by);
  const ledger = sealedLedger(content, product, version);
  const { prepared, isNew } = writeAllOrNothing(content, (transaction) => {
    const said = amendment(options, version, by, ledger);
    const made = amendmentFile(said, because);
    const isThere = readIfThere(path.join(content, made.file)) !== null;
    if (!isThere) transaction.write(made.file, made.text);
    return { prepared: made, isNew: !isThere };
  });
  return report(prepared, isNew, out);
}

function requireSealed(content: string, product: string, version: string): void {
  if (sealNames(path.join(content, ledgerPaths(product).dossier(version))).length > 0) return;
  throw new Fault(`${product} ${version} is not sealed: its records can still be put right themselves`, {
    hint: `Seal it: ledger seal --product ${product} --release ${version}`,
  });
}

function sealedLedger(content: string, product: string, version: string): SealedLedger {
  const dossier = ledgerPaths(product).dossier(version);
  return { plain: new PlainFiles(content), sealed: new SealedFiles(content), product, dossier };
}

function amendment(
  { product, adds = [], corrects = [], now }: AmendOptions,
  version: string,
  by: string,
  ledger: SealedLedger,
): Amendment {
  return {
    schema: SCHEMA_VERSION,
    ...{ product, version, at: momentOf(now), by },
    ...(adds.length > 0 && { adds: additions(adds, ledger) }),
    ...(corrects.length > 0 && { corrects: corrections(corrects, ledger) }),
  };
}

function report({ amendment: said, file }: PreparedAmendment, isNew: boolean, out: Console): number {
  const { product, version } = said;
  if (out.json) out.result({ path: file, isNew, amendment: said });
  out.say(isNew ? `Wrote ${file}.` : `${file} says the same already: nothing was written.`);
  if (isNew) out.say(`Seal it in turn: ledger seal --product ${product} --release ${version}`);
  return 0;
}
