import type { Maturity } from '../../records/note.ts';
import type { Lineage } from '../lineage.ts';
import type { PublicEntry, PublicIssue } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { type Carried, carriedBy } from './carried.ts';
import { type DependencyChange, dependencyChanges } from './dependency-changes.ts';
import { byHistory, type UpgradePlan } from './plan-upgrade.ts';
import { type TermChange, termChanges } from './term-changes.ts';

/** An entry and the release whose note tells of it. */
export interface UpgradeEntry {
  version: string;
  entry: PublicEntry;
}

/** A known issue of the target that the source did not have. */
export interface UpgradeIssue {
  version: string;
  issue: PublicIssue;
}

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

/** What changes between two releases. */
export interface Upgrade {
  from: string;
  to: string;
  /** What the target has and the source has not, net of what was taken back; newest release first. */
  groups: Record<UpgradeGroup, UpgradeEntry[]>;
  /** What the source has and the target has not, although nobody took it back: above all lost backports. */
  lost: UpgradeEntry[];
  /** How many entries came and went between the two. */
  cameAndWent: number;
  dependencies: DependencyChange[];
  features: TermChange<Maturity>[];
  compatibility: TermChange<string>[];
  issues: UpgradeIssue[];
}

/** Answers a planned question from the notes that it needs. Pure: runs at build time and in the browser. */
export function answerUpgrade(
  { from, to, gained, lost }: UpgradePlan,
  lineage: Lineage,
  releases: readonly PublicRelease[],
): Upgrade {
  const newestFirst = [...releases].sort((a, b) => byHistory(b, a));
  const [before, after] = [carriedBy(from, lineage, releases), carriedBy(to, lineage, releases)];
  const [gainedSet, lostSet] = [new Set(gained), new Set(lost)];
  const fresh = pick(newestFirst, gainedSet, (id) => after.has(id) && !before.has(id));
  const left = pick(newestFirst, lostSet, (id) => before.has(id) && !after.has(id) && !after.tookBack(id));
  return {
    from,
    to,
    groups: grouped(fresh),
    lost: left.filter(({ entry }) => !QUIET.has(entry.section)),
    cameAndWent: countGone(newestFirst, before, after),
    dependencies: dependencyChanges(fresh.toReversed().map(({ entry }) => entry)),
    features: termChanges(lineage, from, to, ({ features }) => features),
    compatibility: termChanges(lineage, from, to, ({ compatibility }) => compatibility),
    issues: openIssues(newestFirst, gainedSet, lineage.heldBy(to), after),
  };
}

const QUIET: ReadonlySet<PublicEntry['section']> = new Set([
  'dependencies',
  'maintenance',
  'highlights',
  'upgrade',
  'action',
]);

/** Entries with an id that is wanted, each change once; what has no id counts where its release counts. */
function pick(
  releases: readonly PublicRelease[],
  home: ReadonlySet<string>,
  wanted: (id: string) => boolean,
): UpgradeEntry[] {
  const told = new Set<string>();
  return releases.flatMap(({ version, entries }) =>
    entries
      .filter(({ ids }) => {
        const news = ids.filter((id) => wanted(id) && !told.has(id));
        for (const id of news) told.add(id);
        return ids.length === 0 ? home.has(version) : news.length > 0;
      })
      .map((entry) => ({ version, entry })),
  );
}

function grouped(entries: readonly UpgradeEntry[]): Record<UpgradeGroup, UpgradeEntry[]> {
  const groups = Map.groupBy(entries, ({ entry }) => groupOf(entry));
  const filled = UPGRADE_GROUPS.map((group) => [group, groups.get(group) ?? []] as const);
  return Object.fromEntries(filled) as Record<UpgradeGroup, UpgradeEntry[]>;
}

/** Highlights repeat what stands elsewhere, and moves of dependencies are told as one table. */
function groupOf({ section, breaking, dependencies }: PublicEntry): UpgradeGroup | null {
  if (section === 'action' || section === 'upgrade') return section;
  if (breaking) return 'breaking';
  if (section === 'highlights' || section === 'known') return null;
  if (section === 'dependencies') return dependencies.length > 0 ? null : 'other';
  return section ?? 'other';
}

function countGone(releases: readonly PublicRelease[], before: Carried, after: Carried): number {
  const ids = releases.flatMap(({ entries }) => entries.flatMap((entry) => entry.ids));
  return new Set(ids.filter((id) => after.tookBack(id) && !before.has(id))).size;
}

function openIssues(
  releases: readonly PublicRelease[],
  gained: ReadonlySet<string>,
  held: ReadonlySet<string>,
  after: Carried,
): UpgradeIssue[] {
  return releases.flatMap(({ version, known }) =>
    known
      .filter(({ since }) => gained.has(version) && gained.has(since))
      .filter(
        ({ fixedBy, fixedIn }) => !fixedIn.some((fix) => held.has(fix)) && !(fixedBy && after.has(fixedBy)),
      )
      .map((issue) => ({ version, issue })),
  );
}
