import { type Headline, headlinesOf } from './headlines.ts';
import { latestPath, productPath, productTablePath, upgradePath } from './paths.ts';
import { latestOf, type NoteSource, type ProductSource } from './release-view.ts';
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

/** The last releases of all products, the newest first; prereleases are left out. */
export function newsOf(sources: readonly ProductSource[]): NewsView[] {
  const all = sources.flatMap((source) => {
    const finals = source.notes.filter(({ note }) => !note.prerelease).sort(byDate);
    return finals.slice(0, NEWS_PER_PRODUCT).map((entry) => ({ source, entry }));
  });
  all.sort((a, b) => byDate(a.entry, b.entry));
  return all.slice(0, NEWS).map(({ source, entry }) => ({
    product: source.product.name,
    release: versionView(source.id, entry),
    headlines: headlinesOf(entry, HEADLINES),
  }));
}

function byDate(a: NoteSource, b: NoteSource): number {
  return a.note.date < b.note.date ? 1 : a.note.date > b.note.date ? -1 : 0;
}
