import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judge } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { notedEntries } from '../store/noted-entries.ts';
import { LedgerReader } from '../store/read.ts';
import { verified } from '../testing/sealed.ts';
import type { TestLedger } from '../testing/test-ledger.ts';

/** When the ledgers of released versions are judged. */
const JUDGED_AT = '2026-03-06T09:00:00+00:00';

/** What a ledger says, whichever version wrote it. */
export interface ToldLedger {
  verify: { code: number; alarms: string[]; notices: string[] };
  /** By release: its verdict, and "control: result" of each control. */
  verdicts: { [release: string]: { verdict: string; controls: string[] } };
  /** By release: what its note tells, in order. */
  notes: { [release: string]: string[] };
}

/** Asks a ledger of one product all that must be the same after an upgrade. */
export async function toldBy(ledger: TestLedger): Promise<ToldLedger> {
  const reader = new LedgerReader(ledger.content);
  const { product } = ledger;
  const versions = reader.versions(product).sort();
  const verdicts = versions.map((version) => {
    const { verdict, controls } = judge(readDossier(reader, product, version, JUDGED_AT));
    return [version, { verdict, controls: controls.map(({ id, result }) => `${id}: ${result}`) }] as const;
  });
  const notes = reader
    .notedVersions(product)
    .sort()
    .map((version) => [
      version,
      notedEntries(reader, product, version).map(({ id, title }) => `${id}: ${title}`),
    ]);
  return {
    verify: await verified(ledger),
    verdicts: Object.fromEntries(verdicts),
    notes: Object.fromEntries(notes),
  };
}

/** What the version that wrote a ledger said of it. */
export function expectedOf(folder: string): ToldLedger {
  return JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as ToldLedger;
}
