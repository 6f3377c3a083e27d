import { counted } from '../../../../src/verdict/wording.ts';
import type { ProductFacts } from '../../facts/product-facts.ts';
import { type Finding, verb } from '../../finding.ts';

/** Releases with commits that nothing accounts for: they cannot be sealed. */
export function unresolved({ id, releases }: ProductFacts): Finding[] {
  return releases.flatMap(({ version, release }): Finding[] => {
    const count = release?.data.sum.unresolved ?? 0;
    if (release === null || count === 0) return [];
    return [
      {
        id: 'commits-unresolved',
        severity: 'gap',
        product: id,
        says: `${version} has ${counted(count, 'commit')} that nothing accounts for: it cannot be sealed.`,
        place: { file: release.file, field: 'sum.unresolved' },
        mend: verb('conservation', '--product', id, '--release', version),
      },
    ];
  });
}
