import type { CompatibilityRow, CompatibilityTable } from '../../notes/tables/compatibility.ts';
import type { Product } from '../../records/product.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import { releasePath } from '../paths.ts';
import { ROOM } from './pages.ts';
import type { TextLink } from './security-view.ts';

/** Releases and what they work with, a cell for each column. */
export interface CompatibilityView {
  /** The newest and, where that is another one, the oldest of them. */
  versions: TextLink[];
  /** Null where nothing is said. */
  cells: (string | null)[];
}

/** A product's table of compatibility as pages, the newest version first. */
export function compatibilityPages(
  id: string,
  product: Product,
  { rows }: CompatibilityTable,
): ListPages<CompatibilityView[]> {
  const terms = product.compatibility ?? [];
  const views = rows.map(({ from, to, works }: CompatibilityRow) => ({
    versions: [...new Set([from, to])].map((version) => ({ text: version, href: releasePath(id, version) })),
    cells: terms.map((term) => works[term.id] ?? null),
  }));
  return settledPages(views, ROOM, ({ cells }) => 5 + 2 * cells.length);
}
