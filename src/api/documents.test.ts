import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lineage, lineageOf, lineageReleases } from '../notes/lineage.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { breakingTable } from '../notes/tables/breaking.ts';
import { compatibilityTable } from '../notes/tables/compatibility.ts';
import { deprecationTable } from '../notes/tables/deprecations.ts';
import { knownIssueTable } from '../notes/tables/known-issues.ts';
import { securityTable } from '../notes/tables/security.ts';
import { PRODUCT_TABLES, type ProductTable } from '../views/paths.ts';
import { publicRelease } from '../views/public-release.ts';
import type { ProductSource } from '../views/release-view.ts';
import { DOCUMENT_NAMES, type DocumentName, schemaPath } from './catalogue.ts';
import { monthDocument } from './month-document.ts';
import { monthOf } from './month-of.ts';
import { productsDocument } from './products-document.ts';
import { publishedSchema } from './published-schema.ts';
import { publicContributors, releaseDocument } from './release-document.ts';
import { releasesDocument } from './releases-document.ts';
import { tableDocumentOf } from './table-documents.ts';
import { oddProduct } from './testing/odd-product.ts';

/** A validator that has nothing in common with what made the schemas. */
function validators(): Record<DocumentName, ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  const compiled = DOCUMENT_NAMES.map((name) => [name, ajv.compile(publishedSchema(name, schemaPath(name)))]);
  return Object.fromEntries(compiled);
}

const TABLES: Record<ProductTable, (releases: readonly PublicRelease[], lineage: Lineage) => object> = {
  breaking: breakingTable,
  deprecations: deprecationTable,
  'known-issues': knownIssueTable,
  security: (releases) => securityTable(releases),
  compatibility: (_, lineage) => compatibilityTable(lineage),
};

type Documents = [DocumentName, object][];

function documentsOf(source: ProductSource): Documents {
  const releases = source.notes.map((note) => publicRelease(note, source));
  const lineage = lineageOf(lineageReleases(releases));
  return [
    ['products', productsDocument(schemaPath('products'), [{ ...source, description: 'Words.' }])],
    ['releases', releasesDocument(schemaPath('releases'), source, lineage.releases)],
    ...releases.map((one, at): Documents[number] => [
      'release',
      releaseDocument(
        schemaPath('release'),
        one,
        publicContributors(source.notes[at]?.note ?? {}, source.product),
      ),
    ]),
    ...[...Map.groupBy(releases, monthOf)].map(([month, some]): Documents[number] => [
      'month',
      monthDocument(schemaPath('month'), 'core', month, some),
    ]),
    ...PRODUCT_TABLES.map((table): Documents[number] => [
      table,
      tableDocumentOf(schemaPath(table), 'core', TABLES[table](releases, lineage)),
    ]),
  ];
}

describe('documents of whatever a product may say', () => {
  const validate = validators();

  test('follow their published schemas once they are files', () => {
    fc.assert(
      fc.property(oddProduct, (source) => {
        for (const [name, document] of documentsOf(source)) {
          const isValid = validate[name](JSON.parse(JSON.stringify(document)));
          expect(isValid ? [] : validate[name].errors).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('lose nothing on their way into a file', () => {
    fc.assert(
      fc.property(oddProduct, (source) => {
        for (const [, document] of documentsOf(source))
          expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
      }),
      { numRuns: 50 },
    );
  });

  test('are refused with a field too many, anywhere', () => {
    fc.assert(
      fc.property(oddProduct, (source) => {
        for (const [name, document] of documentsOf(source)) {
          for (const place of fixedObjects(document)) {
            Object.assign(place, { secret: 'x' });
            expect(validate[name](document)).toBe(false);
            delete place['secret'];
          }
          expect(validate[name](document)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('are refused without any of their fields', () => {
    fc.assert(
      fc.property(oddProduct, (source) => {
        for (const [name, document] of documentsOf(source)) {
          for (const field of Object.keys(document)) {
            const { [field]: _, ...rest } = document as Record<string, unknown>;
            expect(validate[name](rest)).toBe(false);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

const OPEN = new Set(['features', 'compatibility', 'works']);

/** All objects in a document whose fields are listed. */
function fixedObjects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(fixedObjects);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([field, part]) =>
    OPEN.has(field) && !Array.isArray(part) ? [] : fixedObjects(part),
  );
  return [value as Record<string, unknown>, ...inner];
}

test('a release names who worked on it only where the product does', () => {
  const contributors = [{ login: 'ayo', first: true as const }, { login: 'lin' }];
  expect(publicContributors({ contributors }, { contributors: true })).toEqual([
    { login: 'ayo', first: true },
    { login: 'lin', first: false },
  ]);
  expect(publicContributors({ contributors }, { contributors: false })).toEqual([]);
  expect(publicContributors({}, { contributors: true })).toEqual([]);
});

describe('every published schema', () => {
  test.each(DOCUMENT_NAMES)('%s says what it is, where it is, and what each field means', (name) => {
    const schema = publishedSchema(name, `https://example.org${schemaPath(name)}`);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://example.org/api/v1/schemas/${name}.schema.json`,
      title: expect.stringMatching(/^[A-Z]/),
      description: expect.stringMatching(/\.$/),
    });
    expect(undescribed(schema as SchemaNode, name)).toEqual([]);
  });
});

interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
}

function undescribed({ properties = {}, items, anyOf = [] }: SchemaNode, at: string): string[] {
  return [
    ...Object.entries(properties).flatMap(([field, node]) => [
      ...(isDescribed(node) ? [] : [`${at}.${field}`]),
      ...undescribed(node, `${at}.${field}`),
    ]),
    ...(items ? undescribed(items, `${at}[]`) : []),
    ...anyOf.flatMap((node) => undescribed(node, at)),
  ];
}

function isDescribed({ description, anyOf = [] }: SchemaNode): boolean {
  return description !== undefined || anyOf.some((node) => node.description !== undefined);
}
