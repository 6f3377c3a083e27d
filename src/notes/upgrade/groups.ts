import type { PublicEntry } from '../public-entry.ts';

/** The groups of an answer in reading order; every entry is in one of them. */
export const UPGRADE_GROUPS = [
  'action',
  'upgrade',
  'breaking',
  'security',
  'deprecated',
  'removed',
  'added',
  'changed',
  'fixed',
  'other',
  'maintenance',
] as const;
export type UpgradeGroup = (typeof UPGRADE_GROUPS)[number];

/** An entry's group. Null for what repeats what stands elsewhere, and for moves of dependencies: they are a table. */
export function groupOf({ ids, section, breaking, dependencies }: PublicEntry): UpgradeGroup | null {
  if (section === 'action' || section === 'upgrade') return section;
  if (breaking) return 'breaking';
  if (section === 'dependencies') return dependencies.length > 0 ? null : 'other';
  if (section === 'known') return null;
  if (section === 'highlights') return ids.length === 0 ? null : 'other';
  return section ?? 'other';
}

/** What is to be done comes before what merely is, and a highlight tells only what nobody else tells. */
export function urgencyOf({ section }: PublicEntry): number {
  if (section === 'action') return 0;
  if (section === 'upgrade') return 1;
  return section === 'highlights' ? 3 : 2;
}

/** True where nobody misses an entry of it: nothing that works changed with it. */
export function isQuiet({ section }: PublicEntry): boolean {
  return ['dependencies', 'maintenance', 'highlights', 'upgrade', 'action'].includes(section ?? '');
}
