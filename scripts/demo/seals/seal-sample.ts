import { rm } from 'node:fs/promises';
import path from 'node:path';
import { SEAL_LIST } from '../../seal/seal-list.ts';
import { amend } from '../../verbs/amend.ts';
import type { Console } from '../../verbs/console.ts';
import { seal } from '../../verbs/seal.ts';
import { SAMPLE_SEALS, type SampleSeal } from './sample-seals.ts';

/** Seals releases and deployments of the sample as people did, with what they amended in between. */
export async function sealSample(content: string, out: Console): Promise<void> {
  for (const step of SAMPLE_SEALS) {
    const code = await take(step, content, out);
    if (code !== 0) throw new Error(`the ${step.is} of ${step.product} at ${step.at} ended with ${code}`);
  }
}

/** Takes the chain away: its seals go with the products that are written anew. */
export async function removeSeals(content: string): Promise<void> {
  await rm(path.join(content, SEAL_LIST), { force: true });
}

function take(step: SampleSeal, content: string, out: Console): Promise<number> {
  const { product, by, at } = step;
  const who = { content, product, by, now: at };
  if (step.is === 'deployments') return seal({ ...who, deployments: true }, out);
  if (step.is === 'release') return seal({ ...who, release: step.release }, out);
  const { release, because, corrects } = step;
  return amend({ ...who, release, because, corrects: [...corrects] }, out);
}
