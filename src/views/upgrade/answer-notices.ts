import type { Lineage } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import type { UpgradePlan } from '../../notes/upgrade/plan-upgrade.ts';
import { UPGRADE } from '../texts.ts';
import type { NoticeView } from './answer-view.ts';

const words = UPGRADE.answer;

/** What must be known before anything else: withdrawn versions, prereleases, swapped ends and lines that parted. */
export function answerNotices(
  plan: UpgradePlan,
  lineage: Lineage,
  releases: readonly PublicRelease[],
): NoticeView[] {
  const { from, to, swapped } = plan;
  return [
    ...withdrawn(to, words.withdrawnTo, plan, lineage, releases),
    ...withdrawn(from, words.withdrawnFrom, plan, lineage, releases),
    ...(lineage.find(to)?.prerelease === true ? [notice('caution', words.prerelease(to))] : []),
    ...(swapped ? [notice('quiet', words.swapped(from, to))] : []),
    ...apart(plan, lineage),
  ];
}

function notice(kind: NoticeView['kind'], text: string, link: NoticeView['link'] = null): NoticeView {
  return { kind, text, link };
}

/** The reason stands in the release's own note, which may not be among those at hand. */
function withdrawn(
  version: string,
  textOf: (version: string, reason: string) => string,
  { from, to }: UpgradePlan,
  lineage: Lineage,
  releases: readonly PublicRelease[],
): NoticeView[] {
  if (lineage.find(version)?.withdrawn !== true) return [];
  const told = releases.find((release) => release.version === version)?.withdrawn ?? null;
  const use = told?.use ?? null;
  const isElsewhere = use !== null && use !== to && use !== from;
  const link = isElsewhere
    ? { text: words.use(use), href: `?${new URLSearchParams({ from, to: use })}` }
    : null;
  return [notice('danger', textOf(version, told?.reason ?? '').trim(), link)];
}

/** The lines parted where the source has releases that the target did not grow from. */
function apart({ from, to, lost }: UpgradePlan, lineage: Lineage): NoticeView[] {
  if (lost.length === 0) return [];
  if (lineage.heldBy(from).isDisjointFrom(lineage.heldBy(to)))
    return [notice('caution', words.strangers(from, to))];
  const line = lost.length > 3 ? [...lost.slice(0, 2), '…', lost.at(-1)] : lost;
  return [notice('quiet', words.apart(from, line.join(', '), to))];
}
