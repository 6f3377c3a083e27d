import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRows } from './sample.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const IDS = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 });

test('the hash is over seed, digest and row, a line feed between them', () => {
  const hash = createHash('sha256').update(`s\n${DIGEST}\na/b`).digest('hex');
  expect(drawRows(['a/b'], DIGEST, 's', 25)).toEqual([{ id: 'a/b', hash }]);
});

test('the same sample comes of any order of the rows, and a smaller one is its beginning', () => {
  fc.assert(
    fc.property(IDS, fc.string(), fc.nat(50), fc.infiniteStream(fc.nat()), (ids, seed, size, order) => {
      const shuffled = ids
        .map((id) => ({ id, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
      const drawn = drawRows(ids, DIGEST, seed, size);
      expect(drawRows(shuffled, DIGEST, seed, size)).toEqual(drawn);
      expect(drawRows(ids, DIGEST, seed, 50).slice(0, size)).toEqual(drawn);
      expect(drawn).toHaveLength(Math.min(size, ids.length));
    }),
  );
});

test('another seed, and another population, draw another order', () => {
  const ids = Array.from({ length: 100 }, (_, at) => `row-${at}`);
  const order = (digest: string, seed: string) => drawRows(ids, digest, seed, 100).map(({ id }) => id);
  expect(order(DIGEST, 'a')).not.toEqual(order(DIGEST, 'b'));
  expect(order(DIGEST, 'a')).not.toEqual(order(`sha256:${'cd'.repeat(32)}`, 'a'));
});
