import type { ReleasesDocument } from '../../api/documents.ts';
import type { Lineage } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import type { UpgradePlan } from '../../notes/upgrade/plan-upgrade.ts';
import { answerUpgrade } from '../../notes/upgrade/upgrade.ts';
import { UPGRADE } from '../texts.ts';
import { answerNotices } from './answer-notices.ts';
import { answerSections } from './answer-sections.ts';
import { type AnswerView, namesOf } from './answer-view.ts';

/** What a page shows of a planned question, from the notes that it needs. */
export function answerView(
  plan: UpgradePlan,
  lineage: Lineage,
  releases: readonly PublicRelease[],
  product: ReleasesDocument,
): AnswerView {
  const upgrade = answerUpgrade(plan, lineage, releases);
  const sections = answerSections(upgrade, lineage, namesOf(product));
  const changes = Object.values(upgrade.groups).reduce((sum, group) => sum + group.length, 0);
  const words = UPGRADE.answer;
  return {
    title: words.title(plan.from, plan.to),
    notices: answerNotices(plan, lineage, releases),
    summary: sections.length === 0 ? words.nothing : words.summary(plan.gained.length, changes),
    sections,
  };
}
