import { type DocumentName, schemaPath } from '../api/catalogue.ts';
import { tableDocumentOf } from '../api/table-documents.ts';
import { PRODUCT_TABLES, type ProductTable } from '../views/paths.ts';
import { once } from './once.ts';
import { absolute } from './site.ts';
import {
  readBreaking,
  readCompatibility,
  readDeprecations,
  readKnownIssues,
  readSecurityTable,
} from './tables.ts';

const TABLES: Record<ProductTable, (product: string) => object> = {
  breaking: readBreaking,
  deprecations: readDeprecations,
  'known-issues': readKnownIssues,
  security: readSecurityTable,
  compatibility: readCompatibility,
};

/** What a document of a kind writes into `$schema`. */
export function schemaOf(name: DocumentName): string {
  return absolute(schemaPath(name));
}

/** A document as it is served: in one line, and UTF-8 as JSON always is. */
export function jsonResponse(document: object): Response {
  return new Response(`${JSON.stringify(document)}\n`, { headers: { 'Content-Type': 'application/json' } });
}

/** A table over all releases of a product as a document. */
export function readTableDocument(product: string, table: ProductTable): object {
  return tableDocuments(`${product}/${table}`);
}

const tableDocuments = once(
  'table document',
  (key): object => {
    const [product = '', name] = key.split('/');
    const table = PRODUCT_TABLES.find((each) => each === name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    return tableDocumentOf(schemaOf(table), product, TABLES[table](product));
  },
  { cut: true, room: 1 },
);
