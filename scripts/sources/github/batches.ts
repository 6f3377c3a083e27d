import type { Progress } from '../../report.ts';
import { TooMuch } from './client.ts';

/** A long list that is asked for in pieces. */
export interface BatchOptions<Item> {
  items: readonly Item[];
  /** How many at once, at most. */
  size: number;
  /** What a person reads while it goes on. */
  label: string;
  progress: Progress;
  /** Asks for some; `alone` where it is the last try with one. Throws TooMuch where less may be had. */
  ask(batch: readonly Item[], alone: boolean): Promise<void>;
}

/** Pieces that went well before a larger one is tried again. */
const STEADY = 8;

/** Asks for everything, in smaller pieces where the platform gives up on larger ones. */
export async function inBatches<Item>({
  items,
  size,
  label,
  progress,
  ask,
}: BatchOptions<Item>): Promise<void> {
  let [at, current, steady] = [0, size, 0];
  while (at < items.length) {
    const batch = items.slice(at, at + current);
    progress.step(label, at, items.length);
    try {
      await ask(batch, batch.length === 1);
    } catch (error) {
      if (!(error instanceof TooMuch) || batch.length === 1) throw error;
      current = Math.ceil(batch.length / 2);
      steady = 0;
      continue;
    }
    at += batch.length;
    steady += 1;
    if (steady % STEADY === 0) current = Math.min(size, current * 2);
  }
}
