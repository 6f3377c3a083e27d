import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GuidePage, readGuidePage } from '../../src/guide/guide-page.ts';
import { GUIDE_ORDER } from '../../src/guide/order.ts';

const PAGES = path.resolve(import.meta.dirname, '../../src/guide/pages');

/** A page of the guide, from its file. */
export function guidePage(id: string): GuidePage {
  return readGuidePage(id, readFileSync(path.join(PAGES, `${id}.md`), 'utf8'));
}

/** All pages in the order in which they are read. */
export function guidePages(): GuidePage[] {
  return GUIDE_ORDER.map(guidePage);
}
