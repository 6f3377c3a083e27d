import type { z } from 'zod';
import { BreakingTableSchema } from '../notes/tables/breaking.ts';
import { CompatibilityTableSchema } from '../notes/tables/compatibility.ts';
import { DeprecationTableSchema } from '../notes/tables/deprecations.ts';
import { KnownIssueTableSchema } from '../notes/tables/known-issues.ts';
import { SecurityTableSchema } from '../notes/tables/security.ts';
import type { ProductTable } from '../views/paths.ts';
import { follows, productId } from './fields.ts';

/** `/api/v1/<product>/<table>.json`: a table over all releases of a product, by its name. */
export const TABLE_DOCUMENTS: Record<ProductTable, z.ZodType> = {
  breaking: tableDocument(
    BreakingTableSchema,
    'Breaking changes',
    'All breaking changes of a product, and what it asks its readers to do.',
  ),
  deprecations: tableDocument(
    DeprecationTableSchema,
    'Deprecations',
    'What a product announced to go, and what came of it.',
  ),
  'known-issues': tableDocument(
    KnownIssueTableSchema,
    'Known issues',
    'What is known to be wrong in a product: which releases have it, and which are free of it.',
  ),
  security: tableDocument(
    SecurityTableSchema,
    'Security',
    'Vulnerabilities of a product: which releases have them, and which are free of them.',
  ),
  compatibility: tableDocument(
    CompatibilityTableSchema,
    'Compatibility',
    'What the versions of a product work with.',
  ),
};

/** A table of a product as a document. */
export function tableDocumentOf($schema: string, product: string, table: object): object {
  return { $schema, product, ...table };
}

function tableDocument(table: z.ZodObject, title: string, description: string): z.ZodType {
  return table.extend({ ...follows, product: productId }).meta({ title, description });
}
