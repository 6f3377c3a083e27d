import type { Pull } from '../world/pull.ts';
import type { Repository } from '../world/world.ts';

/** What stands for a commit that the description leaves out. */
export const NO_COMMIT = '0'.repeat(40);

/** Its state, given or seen from when it was merged. */
export function stateOf({ state, mergedAt }: Pull): 'MERGED' | 'OPEN' | 'CLOSED' {
  return state ?? (mergedAt == null ? 'OPEN' : 'MERGED');
}

/** The last commit of its branch. */
export function headOf({ headCommit, commits }: Pull): string {
  return headCommit ?? commits?.at(-1)?.oid ?? NO_COMMIT;
}

/** When it was closed, merged or not; null while it is open. */
export function closedAt(pull: Pull): string | null {
  if (stateOf(pull) === 'MERGED') return pull.mergedAt ?? null;
  if (stateOf(pull) === 'OPEN') return null;
  return pull.closedAt ?? pull.updatedAt ?? pull.createdAt;
}

/** When something happened to it last. Checks do not count, as on GitHub. */
export function updatedAt(pull: Pull): string {
  if (pull.updatedAt !== undefined) return pull.updatedAt;
  const times = [pull.createdAt, pull.mergedAt, pull.closedAt, pull.bodyEditedAt];
  for (const { at } of [...(pull.renames ?? []), ...(pull.forcePushes ?? [])]) times.push(at);
  for (const { at, editedAt, dismissed } of pull.reviews ?? []) times.push(at, editedAt, dismissed?.at);
  return times.reduce<string>((latest, time) => (time != null && time > latest ? time : latest), '');
}

/** Every commit that it contains, by whatever way. */
export function commitsOf(pull: Pull): Set<string> {
  const { commits = [], landed = [], alsoContains = [], mergeCommit } = pull;
  const oids = new Set([...commits.map(({ oid }) => oid), ...landed, ...alsoContains]);
  return mergeCommit == null ? oids : oids.add(mergeCommit);
}

/** Whether it asks to merge into this repository. */
export function isOf({ baseRepository }: Pull, { owner, name }: Repository): boolean {
  return baseRepository === undefined || baseRepository.toLowerCase() === `${owner}/${name}`.toLowerCase();
}
