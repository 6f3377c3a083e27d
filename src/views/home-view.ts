import { type Headline, headlinesOf } from './headlines.ts';
import { lastFinals, newestFirst } from './last-finals.ts';
import { latestPath, productPath, productTablePath, upgradePath } from './paths.ts';
import { latestOf, type ProductSource } from './release-view.ts';
import { TEXTS } from './texts.ts';
import { type VersionView, versionView } from './timeline-view.ts';

/** A product on the home page. */
export interface ProductCard {
  id: string;
  name: string;
  summary: string;
  href: string;
  latestHref: string;
  latest: VersionView | null;
  /** What one comes for most often. */
  places: { text: string; href: string }[];
}

/** A recent release of any product. */
export interface NewsView {
  product: string;
  release: VersionView;
  /** Its most urgent entries. */
  headlines: Headline[];
}

const NEWS = 12;
/** A product that is released daily must not push the others out. */
const NEWS_PER_PRODUCT = 4;
const HEADLINES = 3;

/** A product with the release that customers should use. */
export function productCard(source: ProductSource): ProductCard {
  const latest = latestOf(source.notes);
  const words = TEXTS.tables.card;
  return {
    id: source.id,
    name: source.product.name,
    summary: source.product.summary,
    href: productPath(source.id),
    latestHref: latestPath(source.id),
    latest: latest === undefined ? null : versionView(source.id, latest),
    places: [
      { text: words.upgrade, href: upgradePath(source.id) },
      { text: words.breaking, href: productTablePath(source.id, 'breaking') },
      { text: words.security, href: productTablePath(source.id, 'security') },
    ],
  };
}

/** The last releases of a product, the newest first; prereleases are left out. */
export function newsOf({ id, product, notes }: ProductSource): NewsView[] {
  return lastFinals(id, notes, NEWS_PER_PRODUCT).map(({ note, view }) => ({
    product: product.name,
    release: view,
    headlines: headlinesOf(note, HEADLINES),
  }));
}

/** Those of all products, the newest first. */
export function joinedNews(all: readonly (readonly NewsView[])[]): NewsView[] {
  return all
    .flat()
    .sort((a, b) => newestFirst(a.release, b.release))
    .slice(0, NEWS);
}
