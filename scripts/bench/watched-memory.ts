import { readdirSync, readFileSync } from 'node:fs';

/** Ends the watch: the most that was seen, in MB; null where the system does not tell. */
export type EndOfWatch = () => number | null;

const EVERY = 50;

/**
 * Watches how much memory a process and all that it started hold at once. Memory that they share counts for each of
 * them, so it is rather too much than too little; peaks between two looks are missed for all but the process itself.
 */
export function watchMemory(pid: number): EndOfWatch {
  let most: number | null = null;
  const look = (): void => {
    const now = heldBy(pid);
    if (now !== null) most = Math.max(most ?? 0, now);
  };
  const timer = setInterval(look, EVERY);
  look();
  return () => {
    clearInterval(timer);
    return most === null ? null : most / 1024;
  };
}

/** In KB; null for a process that is gone, and where there is no /proc. */
function heldBy(pid: number): number | null {
  const own = kilobytes(pid, 'VmRSS');
  if (own === null) return null;
  const others = startedBy(pid).reduce((sum, child) => sum + (kilobytes(child, 'VmRSS') ?? 0), 0);
  return Math.max(own + others, kilobytes(pid, 'VmHWM') ?? 0);
}

/** Whatever a process started, and what that started. */
function startedBy(pid: number): number[] {
  const parents = new Map(processes().map((each) => [each, parentOf(each)]));
  const found = new Set([pid]);
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.add(child);
  found.delete(pid);
  return [...found];
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number | null {
  return field(pid, 'PPid');
}

function kilobytes(pid: number, name: 'VmRSS' | 'VmHWM'): number | null {
  return field(pid, name);
}

function field(pid: number, name: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, value] = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status) ?? [];
    return value === undefined ? null : Number(value);
  } catch {
    return null;
  }
}
