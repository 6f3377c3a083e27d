import { getHeapStatistics } from 'node:v8';

/** Room for garbage beside half of what is in use, in bytes. */
const ROOM = 48 * 1024 * 1024;

/**
 * Collects garbage, and gives back a function that does so again once as much has gathered: what reading left behind
 * can be as much as what it found. Nothing happens where node was started without a hand on its collector.
 */
export function giveBack(): () => void {
  const collect = globalThis.gc;
  if (collect === undefined) return () => {};
  let inUse = Number.POSITIVE_INFINITY;
  const now = (): void => {
    collect();
    inUse = heapUsed();
  };
  now();
  return () => {
    if (heapUsed() > inUse * 1.5 + ROOM) now();
  };
}

/** In bytes. It is asked for after each release: `process.memoryUsage` would read the system's figures each time. */
function heapUsed(): number {
  return getHeapStatistics().used_heap_size;
}
