import type { Lineage } from '../../notes/lineage.ts';
import type { UpgradeGroup } from '../../notes/upgrade/groups.ts';
import type { Upgrade } from '../../notes/upgrade/upgrade.ts';
import type { UpgradeProse } from '../../notes/upgrade/upgrade-prose.ts';
import { UPGRADE } from '../texts.ts';
import { freshLine, goneLine, issueLine, lostLine } from './answer-lines.ts';
import { compatibilityTable, dependencyTable, featureTable } from './answer-tables.ts';
import type { AnswerTable, LineView, Names, SectionView } from './answer-view.ts';

type SectionId = keyof typeof UPGRADE.sections;

/** The parts of an answer by urgency, without those that are empty. */
export function answerSections(upgrade: Upgrade, lineage: Lineage, names: Names): SectionView[] {
  const { from, to, lost, takenBack, cameAndWent, issues } = upgrade;
  const held = lineage.heldBy(to);
  const gone = (entries: typeof lost) => entries.map((entry) => goneLine(entry, names, held));
  const lines = (entries: typeof lost) => entries.map((entry) => freshLine(entry, names, held));
  const group = (id: UpgradeGroup, more: Partial<SectionView> = {}) =>
    section(id, { lines: lines(upgrade.groups[id]), ...more });
  const maintenance = UPGRADE.answer.maintenance(upgrade.groups.maintenance.length);
  const sections = [
    section('lost', {
      lines: lost.map((entry) => lostLine(entry, names, to)),
      ...{ lead: UPGRADE.leads.lost(from, to), loud: true },
    }),
    group('action', { prose: proseOf(upgrade, 'action'), ticks: true }),
    group('upgrade', { prose: proseOf(upgrade, 'upgrade') }),
    group('breaking'),
    section('security', { lines: lines(worstFirst(upgrade.groups.security)) }),
    tableSection('compatibility', compatibilityTable(upgrade, names)),
    ...[group('deprecated'), group('removed')],
    section('takenBack', { lines: gone(takenBack), lead: UPGRADE.leads.takenBack(to) }),
    section('issues', {
      lines: issues.map((issue) => issueLine(issue, names)),
      lead: UPGRADE.leads.issues(to),
    }),
    tableSection('features', featureTable(upgrade, names)),
    ...[group('added'), group('changed'), group('fixed'), group('other')],
    tableSection('dependencies', dependencyTable(upgrade)),
    group('maintenance', { folded: maintenance }),
    section('cameAndWent', { lines: gone(cameAndWent), folded: UPGRADE.answer.came(cameAndWent.length) }),
  ];
  return sections.filter(({ count }) => count > 0);
}

function section(id: SectionId, more: Partial<SectionView> & { lines: LineView[] }): SectionView {
  return {
    ...{ id, heading: UPGRADE.sections[id], lead: null, prose: [], table: null, folded: null },
    ...{ loud: false, ticks: false, ...more },
    count: more.lines.length + (more.prose?.length ?? 0),
  };
}

function tableSection(id: SectionId, table: AnswerTable): SectionView {
  return { ...section(id, { lines: [], table }), count: table.rows.length };
}

function proseOf({ prose }: Upgrade, wanted: UpgradeProse['group']): UpgradeProse[] {
  return prose.filter(({ group }) => group === wanted);
}

/** What nobody rated comes last. */
function worstFirst(entries: Upgrade['lost']): Upgrade['lost'] {
  const order: readonly unknown[] = ['critical', 'high', 'medium', 'low', null];
  const rank = ({ entry }: Upgrade['lost'][number]) => order.indexOf(entry.security?.severity ?? null);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}
