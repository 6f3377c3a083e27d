import type { Pull } from './pull.ts';
import type { Repository, World } from './world.ts';

const START = Date.UTC(2025, 0, 1, 9);
const HOUR = 3_600_000;

/** A commit id made of a number or a word: 40 hexadecimal digits, the same for the same seed. */
export function oidOf(seed: number | string): string {
  const digits = typeof seed === 'number' ? seed.toString(16) : Buffer.from(seed).toString('hex');
  return digits.slice(-40).padStart(40, '0');
}

/** An instant in the world's time: so many hours after the first of January 2025, nine o'clock UTC. */
export function hour(hours: number): string {
  return new Date(START + hours * HOUR).toISOString().replace('.000Z', 'Z');
}

/**
 * A merged pull request with one commit and one approval; what is given stands instead. Its times follow from its
 * number: created at hour `10 × number`, reviewed and merged within the three hours after.
 */
export function pull(given: Partial<Pull> & { number: number }): Pull {
  const { number } = given;
  const begun = number * 10;
  return {
    title: `Change ${number}`,
    body: `Body of ${number}.`,
    author: 'ada-writes',
    createdAt: hour(begun),
    commits: [{ oid: oidOf(`head-${number}`), message: `Change ${number}`, authoredAt: hour(begun) }],
    reviews: [{ author: 'rex-reviews', state: 'APPROVED', at: hour(begun + 1) }],
    checks: [{ name: 'build', at: hour(begun + 1) }],
    files: [{ path: `src/file-${number}.ts`, additions: number, deletions: 1 }],
    ...outcome(given),
    ...given,
  };
}

function outcome({ number, state = 'MERGED' }: Partial<Pull> & { number: number }): Partial<Pull> {
  if (state === 'OPEN') return { state };
  const at = hour(number * 10 + 3);
  if (state === 'CLOSED') return { state, closedAt: at };
  return { state, mergedAt: at, mergedBy: 'mia-merges', mergeCommit: oidOf(`merge-${number}`) };
}

/** A world of one repository, "acme/rocket" unless other names are given. */
export function worldOf(repository: Partial<Repository>, rest: Omit<World, 'repositories'> = {}): World {
  return { repositories: [{ owner: 'acme', name: 'rocket', ...repository }], ...rest };
}
