import type { Deployment } from '../../records/index.ts';
import { streamPositions } from './streams.ts';

/** A deployment with the time at which its own clock says that it began. */
interface ToldDeployment {
  record: { data: Deployment; path: string };
  /** Milliseconds. */
  began: number;
}

/** One deployment's place in a history that counts. */
interface Entry {
  index: number;
  number: number;
  told: ToldDeployment;
}

/** Entries by the clock, and the highest number of those that were seen as long past. */
interface Count {
  entries: Entry[];
  seen: number;
  highest: number;
}

/**
 * When each deployment began (milliseconds), with clocks put right by the numbers of Helm and Argo CD. Each is moved
 * only as far as the numbers demand, all histories together. Where they contradict each other, nothing is put right.
 */
export function correctedTimes(deployments: readonly ToldDeployment[], tolerance: number): number[] {
  const followers = deployments.map((): number[] => []);
  for (const stream of streamsOf(deployments))
    for (const count of countsOf(stream, tolerance)) link(count, followers);
  return pushedBehind(
    deployments.map(({ began }) => began),
    followers,
  );
}

/** By the clocks, and cut at each environment that was spawned anew, where all numbers begin anew. */
function streamsOf(deployments: readonly ToldDeployment[]): Entry[][] {
  const byName = new Map<string, Entry[]>();
  let spawned = 0;
  for (const { told, index } of deployments.map((told, index) => ({ told, index })).sort(byClock)) {
    if (told.record.data.kind === 'migrate') spawned += 1;
    for (const { stream, number } of streamPositions(told.record.data)) {
      const name = `${spawned} ${stream}`;
      const entries = byName.get(name) ?? [];
      if (entries.length === 0) byName.set(name, entries);
      entries.push({ index, number, told });
    }
  }
  return [...byName.values()];
}

/** A history cut where a number is no higher than one that is longer ago than clocks may differ: it began anew. */
function countsOf(stream: readonly Entry[], tolerance: number): Entry[][] {
  const counts: Count[] = [];
  for (const entry of stream) {
    const count = counts.at(-1);
    if (count === undefined || highestBefore(entry.told.began - tolerance, count) >= entry.number)
      counts.push({ entries: [entry], seen: 0, highest: Number.NEGATIVE_INFINITY });
    else count.entries.push(entry);
  }
  return counts.map(({ entries }) => entries);
}

/** Moments are asked for in their order, so that each entry is looked at once. */
function highestBefore(moment: number, count: Count): number {
  for (let old = count.entries[count.seen]; old && old.told.began < moment; old = count.entries[count.seen]) {
    count.highest = Math.max(count.highest, old.number);
    count.seen += 1;
  }
  return count.highest;
}

/** Each deployment of a count is followed by the one with the next number. */
function link(count: Entry[], followers: readonly number[][]): void {
  let before: Entry | undefined;
  for (const entry of count.sort((a, b) => a.number - b.number || byClock(a, b))) {
    if (before !== undefined && before.index !== entry.index) followers[before.index]?.push(entry.index);
    before = entry;
  }
}

/** A millisecond is less than any record can tell, so that nothing comes between two that follow each other. */
function pushedBehind(times: number[], followers: readonly number[][]): number[] {
  const waitsFor = times.map(() => 0);
  for (const next of followers.flat()) waitsFor[next] = (waitsFor[next] ?? 0) + 1;
  const ready = times.flatMap((_, index) => (waitsFor[index] === 0 ? [index] : []));
  for (let index = ready.pop(); index !== undefined; index = ready.pop())
    for (const next of followers[index] ?? []) {
      times[next] = Math.max(times[next] ?? 0, (times[index] ?? 0) + 1);
      waitsFor[next] = (waitsFor[next] ?? 0) - 1;
      if (waitsFor[next] === 0) ready.push(next);
    }
  return times;
}

function byClock({ told: a }: Pick<Entry, 'told'>, { told: b }: Pick<Entry, 'told'>): number {
  return a.began - b.began || (a.record.path < b.record.path ? -1 : a.record.path > b.record.path ? 1 : 0);
}
