import { valuesOf } from './loaded-shard.ts';
import type { Match } from './matches.ts';

/** Single-precision scores of equal matches differ by less than this, those of others by more. */
const SAME = 1e-5;

/** The newest first, in reading order within a release. */
export function newestFirst(matches: readonly Match[]): Match[] {
  return [...matches].sort(byTime);
}

/** The best first, and of equally good ones the newest. */
export function bestFirst(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => b.score - a.score);
  const ties: Match[][] = [];
  for (const match of sorted) {
    const tie = ties.at(-1);
    const before = tie?.at(-1)?.score ?? 0;
    if (tie !== undefined && before - match.score <= before * SAME) tie.push(match);
    else ties.push([match]);
  }
  return ties.flatMap(newestFirst);
}

function byTime(a: Match, b: Match): number {
  const [dateOfA = '', dateOfB = ''] = [a.shard.dates[a.item], b.shard.dates[b.item]];
  if (dateOfA !== dateOfB) return dateOfA < dateOfB ? 1 : -1;
  const [productOfA, productOfB] = [productOf(a), productOf(b)];
  if (productOfA !== productOfB) return productOfA < productOfB ? -1 : 1;
  return a.item - b.item;
}

function productOf({ shard, item }: Match): string {
  return valuesOf(shard, item, 'product')[0] ?? '';
}
