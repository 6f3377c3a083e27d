import type { z } from 'zod';
import { apiPath, PRODUCT_TABLES } from '../views/paths.ts';
import {
  MonthDocumentSchema,
  ProductsDocumentSchema,
  ReleaseDocumentSchema,
  ReleasesDocumentSchema,
} from './documents.ts';
import { TABLE_DOCUMENTS } from './table-documents.ts';

/** Kinds of documents of the API, by the names of their schemas. */
export const DOCUMENT_NAMES = ['products', 'releases', 'release', 'month', ...PRODUCT_TABLES] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** A kind of documents: where they are, and what is in them. */
export interface DocumentKind {
  name: DocumentName;
  title: string;
  description: string;
  /** The address of its documents, with names in braces for what differs. */
  address: string;
  schema: z.ZodType;
}

const ADDRESSES: Record<DocumentName, string> = {
  products: apiPath('products.json'),
  releases: apiPath('{product}', 'releases.json'),
  release: apiPath('{product}', 'releases', '{version}.json'),
  month: apiPath('{product}', 'months', '{year}-{month}.json'),
  breaking: apiPath('{product}', 'breaking.json'),
  deprecations: apiPath('{product}', 'deprecations.json'),
  'known-issues': apiPath('{product}', 'known-issues.json'),
  security: apiPath('{product}', 'security.json'),
  compatibility: apiPath('{product}', 'compatibility.json'),
};

const SCHEMAS: Record<DocumentName, z.ZodType> = {
  products: ProductsDocumentSchema,
  releases: ReleasesDocumentSchema,
  release: ReleaseDocumentSchema,
  month: MonthDocumentSchema,
  ...TABLE_DOCUMENTS,
};

/** All kinds of documents, in the order in which one gets to know them. */
export function documentKinds(): DocumentKind[] {
  return DOCUMENT_NAMES.map((name) => {
    const { title = name, description = '' } = SCHEMAS[name].meta() ?? {};
    return { name, title, description, address: ADDRESSES[name], schema: SCHEMAS[name] };
  });
}

/** Where the schema of a kind of documents is published, from the root on. */
export function schemaPath(name: DocumentName): string {
  return apiPath('schemas', `${name}.schema.json`);
}
