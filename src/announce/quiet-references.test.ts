import type { Paragraph } from 'mdast';
import { expect, test } from 'vitest';
import { quietReferences } from './quiet-references.ts';

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

test('a block without any reference comes back itself', () => {
  const block = paragraph('Nobody is named, and # stands alone');
  expect(quietReferences(block)).toBe(block);
});

test('of a block with references another one comes back, and it stays as it was', () => {
  const block = paragraph('Thanks to @mira for #12');
  const [before, gap, name, , number] = quietReferences(block).children;
  expect([before, name, number]).toEqual([
    { type: 'text', value: 'Thanks to @' },
    { type: 'text', value: 'mira for #' },
    { type: 'text', value: '12' },
  ]);
  expect(gap).toEqual({ type: 'html', value: '&#8203;' });
  expect(block).toEqual(paragraph('Thanks to @mira for #12'));
});
