import { judge } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { draftFacts } from '../drafts/draft-facts.ts';
import { draftText } from '../drafts/draft-text.ts';
import { proofreadLedger } from '../notes/proofread-ledger.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveHarvested } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger draft` is asked for. */
export interface DraftOptions {
  content: string;
  product: string;
  release: string;
  format: 'message' | 'title' | 'body';
  /** The moment of judgement; the clock's where it is not given. */
  now?: string;
}

/** Prints the request to edit a drafted note, for a pull request or a commit. It opens nothing. Always returns 0. */
export async function draft(options: DraftOptions, out: Console): Promise<number> {
  const { content, product } = options;
  const reader = new LedgerReader(content);
  const version = resolveHarvested(reader, product, options.release);
  const dossier = readDossier(reader, product, version, momentOf(options.now));
  const mistakes = dossier.note === null ? [] : proofreadLedger(content, { product, release: version });
  const name = reader.product(product)?.name ?? product;
  const facts = draftFacts(dossier, judge(dossier), mistakes, name);
  const { title, body } = draftText(facts);
  if (out.json) out.result({ ...facts, title, body });
  else if (options.format === 'title') out.print(`${title}\n`);
  else if (options.format === 'body') out.print(body);
  else out.print(`${title}\n\n${body}`);
  return 0;
}
