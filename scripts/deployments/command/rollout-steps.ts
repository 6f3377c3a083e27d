import { Fault, type RolloutStep } from '../../../src/records/index.ts';

/**
 * Reads steps of a progressive rollout, `WEIGHT@TIME`. `timeOf` reads a time. Throws a Fault for a weight that is no
 * percentage, and for steps that go back in time.
 */
export function rolloutSteps(texts: readonly string[], timeOf: (text: string) => string): RolloutStep[] {
  const steps = texts.map((text) => rolloutStep(text, timeOf));
  const back = steps.find((step, index) => index > 0 && step.at < (steps[index - 1]?.at ?? ''));
  if (back !== undefined)
    throw new Fault(`--step ${back.weight}@${back.at} comes before the step that is written before it`, {
      hint: 'Write the steps in the order in which they were taken.',
    });
  return steps;
}

function rolloutStep(text: string, timeOf: (text: string) => string): RolloutStep {
  const [, weight, time] = /^(\d+(?:\.\d+)?)%?@(.+)$/.exec(text) ?? [];
  if (weight === undefined || time === undefined || Number(weight) > 100)
    throw new Fault(`--step ${text}: expected WEIGHT@TIME`, {
      hint: 'The weight is the percentage that has the new release from then on, as 25@17:05.',
    });
  return { weight: Number(weight), at: timeOf(time) };
}
