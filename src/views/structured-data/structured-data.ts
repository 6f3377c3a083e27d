import type { Note } from '../../records/note.ts';
import type { Product } from '../../records/product.ts';
import type { Crumb } from '../crumb.ts';
import { productPath, releasePath } from '../paths.ts';
import { SITE } from '../texts.ts';

/** Writes an address of the site as others need it. */
export type Absolute = (path: string) => string;

/** Data for search engines and assistants (https://schema.org), told in JSON-LD. */
export interface StructuredData {
  '@context': 'https://schema.org';
  '@type': string;
  [property: string]: unknown;
}

/** Releases that a product's page lists for machines; the rest is in the API. */
const LISTED = 30;

/** The way to a page, from home on. */
export function breadcrumbData(
  crumbs: readonly Crumb[],
  address: string,
  absolute: Absolute,
): StructuredData {
  const steps = [{ text: SITE.home, href: '/' }, ...crumbs];
  return typed('BreadcrumbList', {
    itemListElement: steps.map(({ text, href = address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: text,
      item: absolute(href),
    })),
  });
}

/** A release as a version of a program. */
export function releaseData(
  { summary, name, website }: Product,
  { product, version, date, updates }: Note,
  absolute: Absolute,
): StructuredData {
  const last = updates?.at(-1)?.at;
  return typed('SoftwareApplication', {
    name,
    ...(summary !== '' && { description: summary }),
    softwareVersion: version,
    releaseNotes: absolute(releasePath(product, version)),
    datePublished: date,
    ...(last !== undefined && { dateModified: last }),
    url: website ?? absolute(productPath(product)),
    applicationCategory: 'DeveloperApplication',
  });
}

/** A product's page: its releases, the newest version first. */
export function productData(
  id: string,
  product: Product,
  notes: readonly { note: Note }[],
  absolute: Absolute,
): StructuredData {
  return typed('CollectionPage', {
    name: product.name,
    ...(product.summary !== '' && { description: product.summary }),
    url: absolute(productPath(id)),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: notes.length,
      itemListOrder: 'https://schema.org/ItemListOrderDescending',
      itemListElement: notes.slice(0, LISTED).map(({ note: { version } }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: `${product.name} ${version}`,
        url: absolute(releasePath(id, version)),
      })),
    },
  });
}

function typed(type: string, properties: Record<string, unknown>): StructuredData {
  return { '@context': 'https://schema.org', '@type': type, ...properties };
}
