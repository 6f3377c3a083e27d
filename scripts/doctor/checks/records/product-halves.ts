import { SlugSchema } from '../../../../src/records/index.ts';
import type { ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding, verb } from '../../finding.ts';

/** Products that only customers, or only auditors, would learn of, and notes that nobody would. */
export function productHalves({ id, has, notes, files }: ProductFacts): Finding[] {
  if (!SlugSchema.safeParse(id).success)
    return [noProductId(id, has.page ? `products/${id}.md` : `ledger/${id}`)];
  if (has.policy && !has.page) return [noPage(id, notes.length > 0)];
  const hasDossiers = files.some((file) => file.startsWith('ledger/'));
  if (has.policy || (has.page && !hasDossiers && isImported(notes))) return [];
  const start = verb('harvest', '--product', id, '--repo', 'PATH');
  if (!has.page && !hasDossiers)
    return [
      {
        id: 'note-without-product',
        severity: 'broken',
        product: id,
        says: 'There are notes of it, and no page of the product: no build goes on.',
        place: { file: `products/${id}.md` },
        mend: start,
      },
    ];
  const what = hasDossiers ? 'no page shows its records, and no release is judged' : 'no release is judged';
  return [
    {
      id: 'product-without-policy',
      severity: hasDossiers ? 'gap' : 'hint',
      product: id,
      says: `There is no policy of it: ${what}.`,
      place: { file: `ledger/${id}/policy.md` },
      mend: start,
    },
  ];
}

function noPage(id: string, hasNotes: boolean): Finding {
  return {
    id: 'policy-without-product',
    severity: hasNotes ? 'broken' : 'gap',
    product: id,
    says: hasNotes
      ? 'There are notes of it, and no page of the product: no build goes on.'
      : 'There is a policy of it, and no page of the product: customers learn of none of its releases.',
    place: { file: `products/${id}.md` },
    mend: verb('harvest', '--product', id),
  };
}

/** History from before the tool alone: nobody asked for more. */
function isImported(notes: ProductFacts['notes']): boolean {
  return notes.length > 0 && notes.every(({ data }) => data.imported !== undefined);
}

function noProductId(id: string, file: string): Finding {
  return {
    id: 'product-id-unusable',
    severity: 'broken',
    product: id,
    says: `"${id}" cannot be a product's id: no command takes it, and no build goes on.`,
    place: { file },
    mend: edit('Rename it everywhere: lower-case letters and digits, joined by "-", "_" or ".".'),
  };
}
