import { SAMPLE } from '../../views/population-texts.ts';
import type { Draw } from './draw-sample.ts';

/** What was typed, or why nothing can be drawn with it: the command line refuses the same. */
export type SampleInput = { is: 'draw'; draw: Draw } | { is: 'refused'; because: string };

/** Reads a seed and a size. A line break would make another seed and another digest of the same bytes. */
export function sampleInput(seed: string, size: string): SampleInput {
  if (seed === '' || !seed.isWellFormed() || /\p{Cc}/u.test(seed))
    return { is: 'refused', because: SAMPLE.badSeed };
  if (!/^[1-9]\d{0,8}$/.test(size)) return { is: 'refused', because: SAMPLE.badSize };
  return { is: 'draw', draw: { seed, size: Number(size) } };
}
