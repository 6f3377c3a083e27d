import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deploymentOrder, requirementsOf, unmetRequirements } from './deploy-graph.ts';
import { deploymentPolicy } from './testing/index.ts';

const policy = deploymentPolicy();

test('modules go in waves, each in the order of the policy', () => {
  expect(deploymentOrder(policy)).toEqual([['db'], ['api'], ['web'], ['edge']]);
  const wide = deploymentPolicy({
    c: undefined,
    b: undefined,
    a: [{ module: 'c' }],
    d: [{ module: 'a' }, { module: 'b' }],
  });
  expect(deploymentOrder(wide)).toEqual([['c', 'b'], ['a'], ['d']]);
});

test('a requirement holds from its version on', () => {
  expect(requirementsOf('api', '1.10.0', policy)).toEqual([{ module: 'db' }]);
  expect(requirementsOf('api', '2.0.0', policy)).toHaveLength(2);
  expect(requirementsOf('api', '2.0', policy)).toHaveLength(2);
  expect(requirementsOf('kafka', '2.0.0', policy)).toEqual([]);
});

test('what is needed and not there, or too old, is unmet', () => {
  const running = new Map([
    ['db', '1.9.0'],
    ['api', '2.0.0'],
    ['edge', '1.0.0'],
  ]);
  expect(unmetRequirements(running, policy)).toEqual([
    { module: 'api', version: '2.0.0', needs: 'db', atLeast: '2.0.0', has: '1.9.0' },
    { module: 'edge', version: '1.0.0', needs: 'web', atLeast: null, has: null },
  ]);
  expect(
    unmetRequirements(
      new Map([
        ['db', '2.0'],
        ['api', '2.0.0'],
      ]),
      policy,
    ),
  ).toEqual([]);
  expect(
    unmetRequirements(
      new Map([
        ['db', '2.0.0-RC1'],
        ['api', '2.0.0'],
      ]),
      policy,
    ),
  ).toHaveLength(1);
});

test('in any graph a module comes in the first wave that it can', () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const needs = (id: number) =>
        pairs.filter(([from, to]) => from === id && to < id).map(([, to]) => `m${to}`);
      const ids = [3, 1, 4, 0, 5, 2, 7, 6];
      const graph = deploymentPolicy(
        Object.fromEntries(ids.map((id) => [`m${id}`, dependencies(needs(id))])),
      );
      const depth = (id: number): number =>
        Math.max(0, ...needs(id).map((need) => 1 + depth(Number(need.slice(1)))));
      const expected = Array.from({ length: 1 + Math.max(...ids.map(depth)) }, (_, wave) =>
        ids.filter((id) => depth(id) === wave).map((id) => `m${id}`),
      );
      expect(deploymentOrder(graph)).toEqual(expected);
    }),
    { seed: 7, numRuns: 200 },
  );
});

function dependencies(ids: readonly string[]): { module: string }[] | undefined {
  return ids.length === 0 ? undefined : ids.map((module) => ({ module }));
}
