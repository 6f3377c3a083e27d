import type { Console } from '../verbs/console.ts';
import type { Settled } from './ask/question.ts';
import type { RepositoryFacts } from './facts.ts';
import type { FirstHarvest } from './first-harvest.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import type { InitOptions } from './options.ts';
import type { SettledStart } from './settle-all.ts';
import { notes, sayNext } from './told.ts';
import type { Standing } from './write/sample.ts';

/** A start that is done. */
export interface DoneStart {
  options: InitOptions;
  start: SettledStart;
  repositories: readonly RepositoryFacts[];
  standing: Standing;
  files: readonly string[];
  harvests: readonly FirstHarvest[];
}

interface InitResult {
  content: string;
  dryRun: boolean;
  /** What stood there before. */
  replaced: Standing['kind'];
  products: { id: string; because: string; settled: readonly Settled[]; harvest: FirstHarvest | null }[];
  site: readonly Settled[];
  files: readonly string[];
  notes: readonly string[];
  next: readonly NextStep[];
}

/** Tells what was settled and written, and what to type next. */
export function reportStart(done: DoneStart, out: Console): void {
  const result = resultOf(done);
  if (out.json) {
    out.result(result);
    return;
  }
  const { dryRun, files } = result;
  out.say(`\n${dryRun ? 'Would write' : 'Wrote'} ${files.join(', ')}.`);
  for (const { id, harvest } of result.products) if (harvest !== null) sayHarvest(id, harvest, out);
  for (const note of result.notes) out.say(note);
  if (!dryRun) sayNext(result.next, result.content, out);
}

function sayHarvest(id: string, { releases, newest, why }: FirstHarvest, out: Console): void {
  if (why !== null) out.say(`${id}: ${why}`);
  else if (newest !== null) out.say(`${id}: ${releases} releases, the newest is ${newest}.`);
}

function resultOf({ options, start, repositories, standing, files, harvests }: DoneStart): InitResult {
  const { content } = options;
  const harvested = harvests.some(({ releases }) => releases > 0);
  const shown = harvests.find(({ newest }) => newest !== null);
  const example = shown?.newest == null ? null : { product: shown.product, version: shown.newest };
  const imported = harvests.some((harvest) => harvest.imported.length > 0);
  const { products } = start;
  return {
    ...{ content, dryRun: options.dryRun === true, replaced: standing.kind },
    products: products.map(({ id, because }, index) => ({
      ...{ id, because: because['product'] ?? '', settled: start.settled[index] ?? [] },
      harvest: harvests.find(({ product }) => product === id) ?? null,
    })),
    ...{ site: start.siteSettled, files, notes: notes(products) },
    next: nextSteps({ content, products, repositories, harvested, imported, example }),
  };
}
