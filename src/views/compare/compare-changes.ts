import { COMPARE } from '../compare-texts.ts';
import type { ReleaseSummary, SummaryChange } from './release-summary.ts';

/** Changes that are on one side, or on both. */
export interface ChangeGroup {
  title: string;
  changes: SummaryChange[];
  /** Those for which there is no room. */
  further: number;
}

/** Changes of one group on a page. */
const SHOWN = 100;

type Changes = Map<string, SummaryChange>;

/**
 * Changes that only one side has, and those that each brought by itself, as a backport. `onlyFrom` and `onlyTo` are the
 * releases that lead to one side alone. What a side took back again it does not have.
 */
export function compareChanges(
  from: string,
  to: string,
  onlyFrom: readonly ReleaseSummary[],
  onlyTo: readonly ReleaseSummary[],
): ChangeGroup[] {
  const [older, newer] = [broughtBy(onlyFrom), broughtBy(onlyTo)];
  const [lostByOlder, lostByNewer] = [takenBackBy(onlyFrom), takenBackBy(onlyTo)];
  const added = [...without(newer, older, lostByNewer), ...without(lostByOlder, older)];
  const gone = [...without(older, newer, lostByOlder), ...without(lostByNewer, newer)];
  const both = [...newer.values()].filter(({ id }) => older.has(id));
  return [
    groupOf(COMPARE.groups.added(to), added),
    ...(both.length === 0 ? [] : [groupOf(COMPARE.groups.both, both)]),
    groupOf(COMPARE.groups.gone(from), gone),
  ];
}

function broughtBy(releases: readonly ReleaseSummary[]): Changes {
  return new Map(releases.flatMap(({ changes }) => changes.map((change) => [change.id, change])));
}

/** What the same line brought again is not gone. */
function takenBackBy(releases: readonly ReleaseSummary[]): Changes {
  const versions = new Set(releases.map(({ version }) => version));
  const taken = releases.flatMap(({ takesBack }) => takesBack);
  const gone = taken.filter(({ restoredIn }) => restoredIn === undefined || !versions.has(restoredIn));
  return new Map(gone.map(({ id, title, href }) => [id, { id, title, href }]));
}

function without(changes: Changes, ...others: Changes[]): SummaryChange[] {
  return [...changes.values()].filter(({ id }) => !others.some((other) => other.has(id)));
}

function groupOf(title: string, changes: readonly SummaryChange[]): ChangeGroup {
  return { title, changes: changes.slice(0, SHOWN), further: Math.max(0, changes.length - SHOWN) };
}
