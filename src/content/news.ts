import { type NewestRelease, newestOf } from '../api/api-page.ts';
import { type NewsView, newsOf } from '../views/home-view.ts';
import { once } from './once.ts';
import { findProductPages } from './sources.ts';

/** The last releases of a product, as the home page tells of them. */
export const readNews: (product: string) => NewsView[] = once(
  'news of a product',
  (product) => newsOf(findProductPages(product)),
  { kept: true },
);

/** The newest release of a product, for addresses that serve as examples; null where there is none. */
export const readNewest: (product: string) => NewestRelease | null = once(
  'newest release of a product',
  (product) => newestOf(findProductPages(product)),
  { kept: true },
);
