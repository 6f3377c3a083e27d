import type { PublicRelease } from '../../notes/public-release.ts';
import { isTakenBack } from '../../notes/upgrade/carried.ts';
import { groupOf, type UpgradeGroup } from '../../notes/upgrade/groups.ts';
import type { UpgradeEntry } from '../../notes/upgrade/pick-entries.ts';
import { type UpgradeProse, upgradeProse } from '../../notes/upgrade/upgrade-prose.ts';
import { counted, UPGRADE } from '../texts.ts';
import { dayOf, type TimeView } from '../time-view.ts';
import { freshLine, goneLine } from './answer-lines.ts';
import type { LineView, Names } from './answer-view.ts';

/** What a release brought under one heading. */
export interface StepSection {
  id: UpgradeGroup;
  heading: string;
  lines: LineView[];
  prose: UpgradeProse[];
}

/** One release on the way to another: what is urgent as a whole, the rest counted. */
export interface StepView {
  version: string;
  href: string;
  date: TimeView;
  withdrawn: string | null;
  prerelease: boolean;
  sections: StepSection[];
  /** Urgent entries that there is no room for. */
  further: number;
  rest: { text: string; href: string }[];
  /** About how many elements it is on a page. */
  nodes: number;
}

const URGENT = ['action', 'breaking', 'security', 'deprecated', 'removed'] as const;
const COUNTED = ['upgrade', 'added', 'changed', 'fixed', 'other', 'maintenance'] as const;
/** Urgent entries of one release on a list: one with more has its own page for them. */
const LINES = 60;

/** A release on the way to one that holds the releases of `held`. */
export function stepView(release: PublicRelease, names: Names, held: ReadonlySet<string>): StepView {
  const { version, address, date, withdrawn, prerelease } = release;
  const groups = Map.groupBy(release.entries, groupOf);
  const tellings = (group: UpgradeGroup) =>
    (groups.get(group) ?? []).map((entry): UpgradeEntry => ({ version, entry }));
  const prose = upgradeProse([release]).filter(({ group }) => group === 'action');
  let room = LINES;
  const sections = URGENT.map((id): StepSection => {
    const lines = tellings(id)
      .slice(0, room)
      .map((telling) => lineOf(telling, names, held));
    room -= lines.length;
    return { id, heading: UPGRADE.sections[id], lines, prose: id === 'action' ? prose : [] };
  }).filter(({ lines, prose: told }) => lines.length + told.length > 0);
  const urgent = URGENT.reduce((sum, id) => sum + (groups.get(id)?.length ?? 0), 0);
  return {
    ...{ version, href: address, date: dayOf(date), withdrawn: withdrawn?.reason ?? null, prerelease },
    ...{ sections, further: urgent - (LINES - room) },
    rest: COUNTED.flatMap((id) => countOf(id, tellings(id))),
    nodes: nodesOf(sections),
  };
}

function lineOf(telling: UpgradeEntry, names: Names, held: ReadonlySet<string>): LineView {
  const { ids } = telling.entry;
  const isGone = ids.length > 0 && ids.every((id) => isTakenBack(telling.entry, id, held));
  return isGone ? goneLine(telling, names, held) : freshLine(telling, names, held);
}

function countOf(id: (typeof COUNTED)[number], tellings: readonly UpgradeEntry[]): StepView['rest'] {
  const [first] = tellings;
  if (first === undefined) return [];
  const [one, many] = UPGRADE.lists.counts[id];
  return [{ text: counted(tellings.length, one, many), href: first.entry.address }];
}

/** What a step has besides its entries: its line, name, date, marks and counts. */
const STEP_NODES = 32;
/** What an entry has besides its text. */
const LINE_NODES = 9;

function nodesOf(sections: readonly StepSection[]): number {
  const htmls = sections.flatMap(({ lines, prose }) => [
    ...lines.map(({ html }) => html),
    ...prose.map(({ html }) => html),
  ]);
  const tags = htmls.reduce((sum, html) => sum + html.split('<').length + LINE_NODES, 0);
  return STEP_NODES + 4 * sections.length + tags;
}
