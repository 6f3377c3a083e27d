import type { SecurityFinding } from '../notes/tables/security.ts';
import { otherProducts } from '../views/tables/other-products.ts';
import type { TextLink } from '../views/tables/security-view.ts';
import { type VulnerabilityView, vulnerabilityView } from '../views/tables/vulnerability-view.ts';
import { once } from './once.ts';
import { readProductPages } from './sources.ts';
import { readSecurity, readVersionOrder } from './tables.ts';

/** What the page of one id of a vulnerability shows. */
export interface Vulnerability {
  id: string;
  /** The id whose page counts where it has several. */
  mainId: string;
  view: VulnerabilityView;
}

/** Ids of a product's vulnerabilities, as they are written. */
const readIds: (product: string) => string[] = once(
  'vulnerability ids',
  (product) => [...findingsByWord(product).values()].map(({ id }) => id),
  { kept: true },
);

/** The same as addresses have them. */
export function readVulnerabilityWords(product: string): string[] {
  return readIds(product).map(wordOf);
}

/** Pages of the other products that had the same vulnerability. */
export function readOtherProducts(product: string, id: string): TextLink[] {
  return others(`${product} ${id}`);
}

/** A vulnerability by its id as its address has it. Throws where the product has no such one. */
export function readVulnerability(product: string, word: string): Vulnerability {
  const found = findingsByWord(product).get(word);
  if (found === undefined) throw new Error(`${product} has no vulnerability ${word}`);
  const { id, finding } = found;
  return {
    id,
    mainId: finding.row.ids[0] ?? id,
    view: vulnerabilityView(id, finding, readVersionOrder(product)),
  };
}

/** A vulnerability that another product comes to have concerns the pages of this one alone. */
const others = once(
  'other products',
  (key): TextLink[] => {
    const [product = '', id = ''] = key.split(' ');
    const all = readProductPages().map((other) => ({
      ...{ id: other.id, name: other.product.name },
      ids: readIds(other.id),
    }));
    return otherProducts(id, product, all);
  },
  { cut: true },
);

const findingsByWord = once(
  'findings by word',
  (product): ReadonlyMap<string, { id: string; finding: SecurityFinding }> =>
    new Map(
      readSecurity(product).flatMap((finding) =>
        finding.row.ids.map((id) => [wordOf(id), { id, finding }] as const),
      ),
    ),
);

function wordOf(id: string): string {
  return id.toLowerCase();
}
