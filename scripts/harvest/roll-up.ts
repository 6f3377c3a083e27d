import type { ReleasedChange } from './account.ts';

/** Makes one entry of several bumps of one dependency: A → B and B → C become A → C, told by the last one. */
export function rollUpDependencies(changes: readonly ReleasedChange[]): void {
  const byName = new Map<string, ReleasedChange[]>();
  for (const change of changes) {
    const name = change.text.dependency?.name;
    if (name === undefined || change.fate.became !== 'published') continue;
    const key = `${change.module} ${name.toLowerCase()}`;
    byName.set(key, [...(byName.get(key) ?? []), change]);
  }
  for (const bumps of byName.values())
    if (bumps.length > 1) rollUp(bumps.sort((a, b) => a.landing.order - b.landing.order));
}

function rollUp(bumps: ReleasedChange[]): void {
  const [first, last] = [bumps[0], bumps.at(-1)];
  const [from, to] = [first?.text.dependency, last?.text.dependency];
  if (last === undefined || from == null || to == null) return;
  last.rollsUp = bumps.slice(0, -1).map((bump) => bump.id);
  last.text = {
    ...last.text,
    title: rolledTitle(to.name, from.from, to.to),
    dependency: { ...to, from: from.from },
    told: last.text.told === null ? null : { ...last.text.told, entries: [] },
  };
  for (const bump of bumps.slice(0, -1))
    bump.fate = {
      became: 'folded',
      into: last.id,
      reason: `rolled up into ${last.id}: ${to.name} to ${to.to}`,
    };
}

function rolledTitle(name: string, from: string | null, to: string): string {
  return from === null ? `Update ${name} to ${to}` : `Update ${name} from ${from} to ${to}`;
}
