import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readMarkdown } from '../src/markdown/front-matter.ts';
import { SiteSchema } from '../src/records/index.ts';

const README = fs.readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
/** The whole `site.md` that the README shows. */
const EXAMPLES = [...README.matchAll(/\n```yaml\n(---\n.*?)```\n/gs)].map(([, text = '']) => text);

/** Every field of a schema, with those of what is in it. */
function fieldsOf(schema: unknown, before = ''): string[] {
  const inner = unwrapped(schema);
  if (!isObject(inner)) return [before];
  return Object.entries(inner.shape).flatMap(([name, field]) => fieldsOf(field, `${before}.${name}`));
}

function unwrapped(schema: unknown): unknown {
  const { def } = schema as { def: { type: string; innerType?: unknown } };
  return def.type === 'optional' ? unwrapped(def.innerType) : schema;
}

function isObject(schema: unknown): schema is { shape: Record<string, unknown> } {
  return typeof schema === 'object' && schema !== null && 'shape' in schema;
}

test('the README shows one site.md, and it can be read', () => {
  expect(EXAMPLES).toHaveLength(1);
  const { data, body } = readMarkdown(EXAMPLES[0] ?? '', SiteSchema, 'site.md');
  expect(data).toMatchObject({ logo: { named: true }, colours: { light: '#a84300' }, introduction: true });
  expect(body.trim()).toBe('We ship **every weekday**.');
});

test('it says everything that can be said', () => {
  const { data } = readMarkdown(EXAMPLES[0] ?? '', SiteSchema, 'site.md');
  const missing = fieldsOf(SiteSchema).filter((field) => {
    const names = field.split('.').slice(1);
    return (
      names.reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], data) === undefined
    );
  });
  expect(fieldsOf(SiteSchema).length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});
