import type { ListPages } from '../views/paging/settled-pages.ts';
import { timelinePages, type YearView } from '../views/timeline-view.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { findProductPages } from './sources.ts';

/** A product's versions as pages of years. */
const readVersionPages: (product: string) => ListPages<YearView[]> = once('version pages', (product) =>
  timelinePages(product, findProductPages(product).notes),
);

/** One of them. */
export const readVersionPage = pageReader('version page', readVersionPages);
