import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, parseShard } from './shards.ts';

test('a shard is a number of as many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (number, of) => {
      if (number <= of) expect(parseShard(`${number}/${of}`)).toEqual({ number, of });
      else expect(() => parseShard(`${number}/${of}`)).toThrow('is no shard');
    }),
  );
  for (const text of ['', '1', '/', '0/3', '1/0', '-1/3', '1.5/3', ' 1/3', '1/3/5', 'a/b'])
    expect(() => parseShard(text), text).toThrow('is no shard');
});

test('every release is in exactly one shard, with all that is made of it', () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,12}$/);
  fc.assert(
    fc.property(name, name, fc.integer({ min: 1, max: 40 }), (product, version, of) => {
      const shards = Array.from({ length: of }, (_, at) => ({ number: at + 1, of }));
      const own = (kind: string) => shards.filter((each) => isInShard(`${kind} ${product}/${version}`, each));
      expect(own('release')).toHaveLength(1);
      expect(own('dossier')).toEqual(own('release'));
      expect(own('comparison')).toEqual([]);
    }),
  );
});

test('releases are spread over all shards, and pages of many releases are in none', () => {
  const shards = [1, 2, 3, 4].map((number) => ({ number, of: 4 }));
  const counts = shards.map(
    (shard) =>
      Array.from({ length: 400 }, (_, at) => isInShard(`release a/1.${at}.0`, shard)).filter(Boolean).length,
  );
  for (const count of counts) expect(count).toBeGreaterThan(60);
  expect(shards.some((shard) => isInShard('page / []', shard))).toBe(false);
});
