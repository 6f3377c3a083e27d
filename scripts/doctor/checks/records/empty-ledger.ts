import { type Finding, verb } from '../../finding.ts';

/** Whether there is a ledger at all. */
export function emptyLedger(content: string, isThere: boolean, products: readonly string[]): Finding[] {
  if (products.length > 0) return [];
  return [
    {
      id: 'no-product',
      severity: 'broken',
      product: null,
      says: isThere ? 'The ledger has no product.' : `There is no folder ${content}.`,
      mend: verb('init', 'PATH'),
    },
  ];
}
