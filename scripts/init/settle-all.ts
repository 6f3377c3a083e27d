import type { Flags } from './ask/flags.ts';
import type { Settled } from './ask/question.ts';
import { type Interview, settleAsking, settleUnasked } from './ask/settle.ts';
import { knownNames } from './known-names.ts';
import type { PlannedProduct, ProductDraft } from './plan.ts';
import { someOf } from './propose/counted.ts';
import { type Circumstances, settleProduct } from './settle-product.ts';
import { settleSite } from './settle-site.ts';
import type { PlannedSite } from './write/public-text.ts';

/** A start with everything settled. */
export interface SettledStart {
  products: PlannedProduct[];
  /** By product, how each thing was settled. */
  settled: Settled[][];
  site: PlannedSite;
  siteSettled: Settled[];
}

/** Settles every product and the site: by flags and proposals, and by a person's word where one is asked. */
export async function settleAll(
  drafts: readonly ProductDraft[],
  flags: Flags,
  circumstances: Circumstances,
  interview: Interview | null,
): Promise<SettledStart> {
  const known = knownNames(drafts);
  const products: PlannedProduct[] = [];
  const settled: Settled[][] = [];
  for (const draft of drafts) {
    const first = settleUnasked(flags, known, interview);
    const proposed = await settleProduct(draft, first.settle, circumstances);
    const take =
      interview === null || (await interview.review(draft.id, draft.because, first.settled)) === 'take';
    const asking = interview === null || take ? null : settleAsking(flags, known, interview, first.settled);
    products.push(asking === null ? proposed : await settleProduct(draft, asking.settle, circumstances));
    settled.push((asking ?? first).settled);
  }
  const last =
    interview === null ? settleUnasked(flags, known, null) : settleAsking(flags, known, interview, []);
  const site = await settleSite(someOf(products.map(({ name }) => name)), last.settle);
  return { products, settled, site, siteSettled: last.settled };
}
