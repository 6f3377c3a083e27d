import type { Maturity } from '../../records/note.ts';
import type { Lineage } from '../lineage.ts';
import type { PublicRelease } from '../public-release.ts';
import { carriedBy } from './carried.ts';
import { type DependencyChange, dependencyChanges } from './dependency-changes.ts';
import { groupOf, isQuiet, UPGRADE_GROUPS, type UpgradeGroup } from './groups.ts';
import { isIdleRevert } from './idle-reverts.ts';
import { type End, openIssues, type UpgradeIssue } from './open-issues.ts';
import { pickEntries, type UpgradeEntry } from './pick-entries.ts';
import { byHistory, type UpgradePlan } from './plan-upgrade.ts';
import { type TermChange, termChanges } from './term-changes.ts';
import { type UpgradeProse, upgradeProse } from './upgrade-prose.ts';

/** What changes between two releases. */
export interface Upgrade {
  from: string;
  to: string;
  /**
   * What the target has and the source has not, net of what was taken back: the newest release first, but what is to
   * be done in the order in which it is to be done.
   */
  groups: Record<UpgradeGroup, UpgradeEntry[]>;
  /** What notes say under Action required and Upgrade notes besides bullets, the oldest first. */
  prose: UpgradeProse[];
  /** What the source has and the target has not, although nobody took it back: above all lost backports. */
  lost: UpgradeEntry[];
  /** What the source has, and the target took back. */
  takenBack: UpgradeEntry[];
  /** What came and went between the two. */
  cameAndWent: UpgradeEntry[];
  dependencies: DependencyChange[];
  features: TermChange<Maturity>[];
  compatibility: TermChange<string>[];
  issues: UpgradeIssue[];
}

/** Answers a planned question from the notes that it needs. Pure: runs at build time and in the browser. */
export function answerUpgrade(
  plan: UpgradePlan,
  lineage: Lineage,
  releases: readonly PublicRelease[],
): Upgrade {
  const { from, to } = plan;
  const gained = new Set(plan.gained);
  const told = inTellingOrder(plan, gained, releases);
  const [before, after] = [endOf(from, lineage, told), endOf(to, lineage, told)];
  const final = told.filter(isNotFolded(told, after));
  const all = allChanges(told, final, gained, before, after);
  const shown = new Set(all.fresh.map(({ entry }) => entry));
  const idle = isIdleRevert(told, before.carried);
  return {
    from,
    to,
    groups: grouped(all.fresh.filter((telling) => !idle(telling))),
    prose: upgradeProse(final.filter(({ version }) => gained.has(version)).reverse()),
    lost: all.lost.filter(({ entry }) => !isQuiet(entry)),
    takenBack: all.takenBack.filter(({ entry }) => !isQuiet(entry)),
    cameAndWent: all.cameAndWent.filter(({ entry }) => !shown.has(entry)),
    dependencies: dependencyChanges(oldestFirst(all.fresh), oldestFirst([...all.lost, ...all.takenBack])),
    features: termChanges(lineage, from, to, ({ features }) => features),
    compatibility: termChanges(lineage, from, to, ({ compatibility }) => compatibility),
    issues: openIssues(told, lineage, before, after),
  };
}

/** What is needed and no more; the target's own line tells first, each line from its newest release on. */
function inTellingOrder(
  { needed }: UpgradePlan,
  gained: ReadonlySet<string>,
  releases: readonly PublicRelease[],
): PublicRelease[] {
  const wanted = new Set(needed);
  const rank = ({ version }: PublicRelease) => (gained.has(version) ? 0 : 1);
  return releases
    .filter(({ version }) => wanted.has(version))
    .sort((a, b) => rank(a) - rank(b) || byHistory(b, a));
}

function endOf(version: string, lineage: Lineage, told: readonly PublicRelease[]): End {
  return { held: lineage.heldBy(version), carried: carriedBy(version, lineage, told) };
}

type Changes = Record<'fresh' | 'lost' | 'takenBack' | 'cameAndWent', UpgradeEntry[]>;

/** What a prerelease says is left to the final release, where the target holds it. */
function isNotFolded(told: readonly PublicRelease[], { held }: End): (release: PublicRelease) => boolean {
  const folded = new Set(told.flatMap(({ version, folds }) => (held.has(version) ? folds : [])));
  return ({ version }) => !folded.has(version);
}

function allChanges(
  told: readonly PublicRelease[],
  final: readonly PublicRelease[],
  gained: ReadonlySet<string>,
  { carried: before }: End,
  { carried: after }: End,
): Changes {
  const named = (releases: readonly PublicRelease[], id: (id: string) => boolean) =>
    pickEntries(releases, { id, unnamed: () => false });
  return {
    fresh: pickEntries(final, {
      id: (id) => after.has(id) && !before.has(id),
      unnamed: ({ version }) => gained.has(version),
    }),
    lost: named(told, (id) => before.has(id) && !after.has(id) && !after.tookBack(id)),
    takenBack: named(told, (id) => before.has(id) && after.tookBack(id)),
    cameAndWent: named(final, (id) => after.tookBack(id) && !before.has(id) && !before.tookBack(id)),
  };
}

function grouped(entries: readonly UpgradeEntry[]): Record<UpgradeGroup, UpgradeEntry[]> {
  const groups = Map.groupBy(entries, ({ entry }) => groupOf(entry));
  const filled = UPGRADE_GROUPS.map((group) => {
    const own = groups.get(group) ?? [];
    return [group, group === 'action' || group === 'upgrade' ? own.toReversed() : own] as const;
  });
  return Object.fromEntries(filled) as Record<UpgradeGroup, UpgradeEntry[]>;
}

function oldestFirst(entries: readonly UpgradeEntry[]): UpgradeEntry['entry'][] {
  return entries.map(({ entry }) => entry).reverse();
}
