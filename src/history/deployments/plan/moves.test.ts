import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Policy } from '../../../records/index.ts';
import { unmetRequirements } from '../deploy-graph.ts';
import { deploymentPolicy } from '../testing/index.ts';
import { type Move, orderedMoves } from './moves.ts';

function order(policy: Policy, ...moves: Move[]): string[] {
  return orderedMoves(moves, policy).map(({ module }) => module);
}

const back = (module: string, from: string | null = '2.0.0', to: string | null = '1.0.0'): Move => ({
  module,
  from,
  to,
});

test('dependents go back before what they depend on, and what others build last', () => {
  expect(order(deploymentPolicy(), back('kafka'), back('db'), back('web'), back('api'))).toEqual([
    'web',
    'api',
    'db',
    'kafka',
  ]);
});

test('what goes up comes before those that need it, and all that goes up in the order of deployment', () => {
  expect(order(deploymentPolicy(), back('web'), back('api', null))).toEqual(['api', 'web']);
  const forward = ['kafka', 'web', 'db'].map((module) => back(module, '1.0.0', '2.0.0'));
  expect(order(deploymentPolicy(), ...forward)).toEqual(['kafka', 'db', 'web']);
  const needy = deploymentPolicy({ cache: undefined, api: [{ module: 'cache', atLeast: '1.5.0' }] });
  expect(order(needy, back('api', null, '1.0.0'), back('cache', null, '2.0.0'))).toEqual(['cache', 'api']);
});

const IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const arbitraryVersion = fc.constantFrom('1.0.0', '2.0.0', '3.0.0');

/** Each module may need those before it, so that there is no circle. */
const arbitraryPolicy = fc
  .tuple(
    ...IDS.map((_, index) =>
      fc.array(
        fc.record(
          { module: fc.nat(Math.max(0, index - 1)), atLeast: arbitraryVersion, since: arbitraryVersion },
          { requiredKeys: ['module'] },
        ),
        { maxLength: index === 0 ? 0 : 3 },
      ),
    ),
  )
  .map((needs) =>
    deploymentPolicy(
      Object.fromEntries(
        IDS.map((id, index) => {
          const dependsOn = (needs[index] ?? []).map((need) => ({
            ...need,
            module: IDS[need.module] ?? 'a',
          }));
          return [id, dependsOn.length === 0 ? undefined : dependsOn];
        }),
      ),
    ),
  );

const arbitraryMoves = fc.tuple(
  ...IDS.map((module) =>
    fc.record({
      module: fc.constant(module),
      from: fc.option(arbitraryVersion),
      to: fc.option(arbitraryVersion),
    }),
  ),
);

/** What is unmet after each step and was unmet neither before the first nor after the last. */
function violations(moves: readonly Move[], all: readonly Move[], policy: Policy): string[] {
  const state = new Map(all.flatMap(({ module, from }) => (from === null ? [] : [[module, from] as const])));
  const states = [new Map(state)];
  for (const { module, to } of moves) {
    if (to === null) state.delete(module);
    else state.set(module, to);
    states.push(new Map(state));
  }
  const unmetIn = (versions: Map<string, string> = new Map()) =>
    unmetRequirements(versions, policy).map(({ module, needs, atLeast }) => `${module} ${needs} ${atLeast}`);
  const allowed = [...unmetIn(states[0]), ...unmetIn(states.at(-1))];
  return states.flatMap((versions) => unmetIn(versions).filter((each) => !allowed.includes(each)));
}

test('between any two states whatever is met in both is met on the way', () => {
  fc.assert(
    fc.property(arbitraryPolicy, arbitraryMoves, (policy, all) => {
      const moves = all.filter(({ from, to }) => from !== to);
      const found = orderedMoves(moves, policy);
      expect(found.map(({ module }) => module).toSorted()).toEqual(moves.map(({ module }) => module));
      expect(violations(found, all, policy)).toEqual([]);
    }),
    { seed: 20260329, numRuns: 1000 },
  );
});

test('dependents go first wherever nothing asks for another order', () => {
  const presence = deploymentPolicy({ a: undefined, b: [{ module: 'a' }], c: [{ module: 'b' }] });
  const there = fc.constantFrom('1.0.0', '2.0.0');
  fc.assert(
    fc.property(fc.tuple(there, there, there), (versions) => {
      const moves = versions.map((to, index) => ({ module: 'abc'.charAt(index), from: '3.0.0', to }));
      expect(order(presence, ...moves)).toEqual(['c', 'b', 'a']);
    }),
    { seed: 1, numRuns: 10 },
  );
});
