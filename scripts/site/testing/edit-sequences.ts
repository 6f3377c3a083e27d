import fc from 'fast-check';
import { EDITS } from './ledger-edits.ts';
import type { Step } from './regenerated.ts';

/** Which sequences of edits, and how many. */
export interface Sequences {
  seed: number;
  count: number;
  length: number;
}

/** Random sequences of edits: the same seed gives the same ones. */
export function sequences({ seed, count, length }: Sequences): Step[][] {
  const step = fc.record({
    edit: fc.constantFrom(...Object.keys(EDITS)),
    pick: fc.nat({ max: 10_000 }),
  });
  return fc.sample(fc.array(step, { minLength: length, maxLength: length }), { seed, numRuns: count });
}
