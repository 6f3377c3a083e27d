import {
  type Reconciliation,
  reconcile,
  type UnreleasedChange,
  unexplained,
} from '../../src/population/reconcile.ts';
import { findingLines } from '../../src/population/table/findings-table.ts';
import { csvLines, jsonPieces } from '../../src/population/table/population-table.ts';
import { Fault } from '../../src/records/index.ts';
import type { AskedPopulation } from '../population/asked-query.ts';
import { printLines } from '../population/print-lines.ts';
import { type ReadPopulation, readPopulation } from '../population/read-population.ts';
import { readUnreleased } from '../population/unreleased-changes.ts';
import { populationWords, reconciliationWords } from '../population/words.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What `ledger population` is asked for. */
export interface PopulationOptions extends AskedPopulation {
  content: string;
  csv?: boolean;
  /** What does not match, in the place of the rows. */
  reconcile?: boolean;
  /** The policy's clones are asked what was merged and is in no release. */
  repositories?: boolean;
}

/**
 * Prints every production change of a period, or what does not match between its sources. Returns the exit code, which
 * is 1 for a reconciliation that leaves something unexplained.
 */
export async function population(options: PopulationOptions, out: Console): Promise<number> {
  if (options.csv === true && out.json) throw twoForms();
  const read = readPopulation(options.content, options);
  if (options.reconcile === true) return printReconciliation(read, options, out);
  if (options.csv === true) printLines(csvLines(read.population), out);
  else if (out.json) printLines(jsonPieces(read.population), out);
  else out.print(populationWords(read.population, await reconciliationOf(read, options, out)));
  return 0;
}

/** The fault of somebody who wants both. */
export function twoForms(): Fault {
  return new Fault('--csv and --json are two forms of the same', { hint: 'Write one of them.' });
}

async function reconciliationOf(
  { population: { query }, recordsOf }: ReadPopulation,
  { content, repositories }: PopulationOptions,
  { progress }: Console,
): Promise<Reconciliation> {
  if (repositories !== true) return reconcile(query, recordsOf);
  const reader = new LedgerReader(content);
  const unreleased = new Map<string, UnreleasedChange[]>();
  for (const { product } of query.products)
    unreleased.set(product, await readUnreleased(reader, product, progress));
  return reconcile(query, recordsOf, (product) => unreleased.get(product) ?? null);
}

async function printReconciliation(
  read: ReadPopulation,
  options: PopulationOptions,
  out: Console,
): Promise<number> {
  const reconciliation = await reconciliationOf(read, options, out);
  const { findings, counts } = reconciliation;
  const open = unexplained(findings).length;
  if (options.csv === true) printLines(findingLines(findings), out);
  else if (out.json) out.result({ query: read.population.query, counts, unexplained: open, findings });
  else out.print(reconciliationWords(reconciliation));
  return open === 0 ? 0 : 1;
}
