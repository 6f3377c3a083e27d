import type { RecordedDeployment } from '../timeline.ts';
import { ENVIRONMENTS, MODULES, RELEASES, STARTS } from './constants.ts';
import { type SimulatedStep, simulate } from './simulate.ts';

/** A number from 0 up to below 1. */
type Chance = () => number;

/** Records of `count` deployments to all environments, the same ones for the same seed, in the order of filing. */
export function manyDeployments(count: number, seed: number): RecordedDeployment[] {
  const chance = chances(seed);
  const steps = Array.from({ length: count }, () => randomStep(chance));
  const records = simulate(steps, STARTS[0]).map(({ record }) => record);
  return records.sort((a, b) => (a.data.filedAt < b.data.filedAt ? -1 : 1));
}

/** One in ten is a rollback, one in five is of a part, one in a hundred spawns an environment anew. */
function randomStep(chance: Chance): SimulatedStep {
  const isPart = chance() < 0.2;
  return {
    environment: oneOf(ENVIRONMENTS, chance),
    kind: chance() < 0.1 ? 'rollback' : chance() < 0.01 ? 'migrate' : 'deploy',
    outcome: chance() < 0.9 ? 'succeeded' : oneOf(['failed', 'unknown'], chance),
    release: Math.floor(chance() * RELEASES.length),
    part: isPart ? [oneOf(MODULES, chance)] : null,
    afterSeconds: Math.floor(chance() * 7200),
    lastsSeconds: Math.floor(chance() * 900),
    skewSeconds: Math.floor(chance() * 600) - 300,
    filedAfterSeconds: Math.floor(chance() * 86_400),
    build: chance() < 0.05 ? 1 : 0,
    bad: chance() < 0.5 ? false : null,
    knowsFrom: chance() < 0.9,
  };
}

function oneOf<Item>(items: readonly [Item, ...Item[]], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)] ?? items[0];
}

/** Mulberry32: small, and good enough for samples. */
function chances(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
