import type { DrawnRow } from '../../population/sample.ts';
import { sha256 } from './sha256.ts';

/** What a sample is drawn with. */
export interface Draw {
  seed: string;
  size: number;
}

/** The rows that a seed draws of a population, as the command line draws them. */
export async function drawSample(
  ids: readonly string[],
  digest: string,
  { seed, size }: Draw,
): Promise<DrawnRow[]> {
  const rows = await Promise.all(
    ids.map(async (id) => ({ id, hash: await sha256(`${seed}\n${digest}\n${id}`) })),
  );
  return rows.sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, size);
}
