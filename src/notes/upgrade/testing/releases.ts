import { lineageOf, lineageReleases } from '../../lineage.ts';
import type { PublicEntry, PublicIssue } from '../../public-entry.ts';
import type { PublicRelease } from '../../public-release.ts';
import { entry as publicEntry, issue as publicIssue, release } from '../../testing/releases.ts';
import { planUpgrade, type UpgradePlan } from '../plan-upgrade.ts';
import { answerUpgrade, type Upgrade } from '../upgrade.ts';

/** An entry that tells of some changes; `more` says what is unlike others. */
export function entry(ids: string, more: Partial<PublicEntry> = {}): PublicEntry {
  const all = ids === '' ? [] : ids.split(' ');
  return publicEntry(all[0] ?? null, {
    ...{ ids: all, section: 'fixed', heading: 'Fixed', kinds: ['fix'] },
    ...{ title: `Title of ${ids}`, markdown: `Title of ${ids}`, html: `<p>Title of ${ids}</p>` },
    ...more,
  });
}

/** The fate of changes that a release took back. */
export function takenBack(
  ids: string,
  version: string,
  restoredIn: string | null = null,
): PublicEntry['withdrawals'][number] {
  return { ids: ids.split(' '), in: version, restoredIn };
}

/** A known issue of a release. */
export function issue(id: string, since: string, more: Partial<PublicIssue> = {}): PublicIssue {
  const address = `/core/${since}/#${id}`;
  const words = { title: id, markdown: id, html: `<p>${id}</p>` };
  return publicIssue(id, { address, ...words, since, found: '2026-01-01', ...more });
}

/** A release that grew from others, as "1.1.0 < 1.0.0, 0.9.1"; each is a day after the one that was named before it. */
export function history(
  ...releases: [line: string, entries?: readonly PublicEntry[], more?: Partial<PublicRelease>][]
): PublicRelease[] {
  return releases.map(([line, entries = [], more = {}], index) => {
    const [version = '', parents = ''] = line.split(' < ');
    const from = parents === '' ? [] : parents.split(', ');
    return release(version, {
      ...{ parents: from, previous: from[0] ?? null },
      date: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
      prerelease: version.includes('-'),
      entries: [...entries],
      ...more,
    });
  });
}

/** The plan of a question that must have one. */
export function planOf(releases: readonly PublicRelease[], from: string, to: string): UpgradePlan {
  const plan = planUpgrade(lineageOf(lineageReleases(releases)), from, to);
  if (plan.kind !== 'upgrade') throw new Error(`no plan: ${plan.kind} ${plan.version}`);
  return plan;
}

/** Plans and answers as a page does: only the notes that are needed are there. */
export function answer(releases: readonly PublicRelease[], from: string, to: string): Upgrade {
  const plan = planOf(releases, from, to);
  const at = releases.filter(({ version }) => plan.needed.includes(version));
  return answerUpgrade(plan, lineageOf(lineageReleases(releases)), at);
}

/** Ids of an answer's entries, in order. */
export function idsIn(entries: readonly { entry: PublicEntry }[]): string[] {
  return entries.map(({ entry }) => entry.ids.join(' '));
}

/** Ids of all groups, in reading order. */
export function freshIn({ groups }: Upgrade): string[] {
  return idsIn(Object.values(groups).flat());
}
