import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { ProductSchema, SiteSchema } from '../../../src/records/index.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { LedgerReader, parsePolicy } from '../../store/read.ts';
import { readIfThere, writeAllOrNothing } from '../../store/transaction.ts';
import type { PlannedProduct } from '../plan.ts';
import { policyText } from './policy-text.ts';
import { type PlannedSite, productText, siteText } from './public-text.ts';
import { replaceSample } from './replace-sample.ts';
import type { Standing } from './sample.ts';

const SITE = 'site.md';

/** A file of the ledger to be written. */
export interface PlannedFile {
  file: string;
  text: string;
}

/** The files that a start writes, each read back by its schema. What a ledger has already stays as it is. */
export function plannedFiles(
  content: string,
  products: readonly PlannedProduct[],
  site: PlannedSite,
  standing: Standing,
): PlannedFile[] {
  const reader = standing.kind === 'ledger' ? new LedgerReader(content) : null;
  const hasSite = reader !== null && readIfThere(`${content}/${SITE}`) !== null;
  const files = products.flatMap((product): PlannedFile[] => {
    const paths = ledgerPaths(product.id);
    const hasPage = reader !== null && reader.product(product.id) !== null;
    return [
      { file: paths.policy, text: policyText(product, content) },
      ...(hasPage ? [] : [{ file: paths.product, text: productText(product) }]),
    ];
  });
  const all = hasSite ? files : [{ file: SITE, text: siteText(site) }, ...files];
  for (const { file, text } of all) check(file, text);
  return all;
}

/** Throws a Fault for a text that would not be read again. */
function check(file: string, text: string): void {
  if (file.endsWith('/policy.md')) parsePolicy(text, file);
  else if (file === SITE) readMarkdown(text, SiteSchema, file);
  else readMarkdown(text, ProductSchema, file);
}

/** Writes all of them or none; in the place of the sample, where that stands there. */
export function writeLedger(content: string, files: readonly PlannedFile[], standing: Standing): void {
  const write = (folder: string): void =>
    writeAllOrNothing(folder, (transaction) => {
      for (const { file, text } of files) transaction.write(file, text);
    });
  if (standing.kind === 'sample') replaceSample(content, write);
  else write(content);
}
