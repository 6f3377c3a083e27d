import { COMPARE } from '../compare-texts.ts';
import { changeText } from '../stages/amounts.ts';
import { type ChangeGroup, compareChanges } from './compare-changes.ts';
import { type ReleaseSummary, SUMMARY_PARTS, type SummaryLine, type SummaryPart } from './release-summary.ts';

/** Something that is not the same on both sides. */
export interface ComparedRow {
  name: string;
  from: string;
  to: string;
  /** The difference of two figures; empty where there is none to tell. */
  change: string;
}

/** What is compared under one head. */
export interface ComparedTable {
  id: SummaryPart;
  title: string;
  rows: ComparedRow[];
  /** Some of them are figures, whose difference is told. */
  figures: boolean;
  /** Differences for which there is no room. */
  further: number;
  /** How many are the same on both sides. */
  same: number;
}

/** Two releases side by side. The pages and the script of the page make it alike. */
export interface Comparison {
  sides: Pick<ReleaseSummary, 'version' | 'href' | 'verdict'>[];
  groups: ChangeGroup[];
  tables: ComparedTable[];
}

/** Differences of one table on a page. */
const ROWS = 60;

/** Compares two releases. `onlyFrom` and `onlyTo` lead to one of them alone; see `descentOf`. */
export function compareReleases(
  from: ReleaseSummary,
  to: ReleaseSummary,
  onlyFrom: readonly ReleaseSummary[],
  onlyTo: readonly ReleaseSummary[],
): Comparison {
  return {
    sides: [from, to].map(({ version, href, verdict }) => ({ version, href, verdict })),
    groups: compareChanges(from.version, to.version, onlyFrom, onlyTo),
    tables: SUMMARY_PARTS.map((id) => compareLines(id, from.parts[id], to.parts[id])),
  };
}

function compareLines(
  id: SummaryPart,
  from: readonly SummaryLine[],
  to: readonly SummaryLine[],
): ComparedTable {
  const [before, after] = [byName(from), byName(to)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const rows = names.map((name) => rowOf(name, before.get(name), after.get(name)));
  const differing = rows.filter((row) => row.from !== row.to);
  return {
    id,
    title: COMPARE.tables[id],
    rows: differing.slice(0, ROWS),
    figures: differing.some(({ change }) => change !== ''),
    further: Math.max(0, differing.length - ROWS),
    same: rows.length - differing.length,
  };
}

function byName(lines: readonly SummaryLine[]): Map<string, SummaryLine> {
  return new Map(lines.map((line) => [line.name, line]));
}

function rowOf(name: string, from: SummaryLine | undefined, to: SummaryLine | undefined): ComparedRow {
  const isTold = from?.value !== undefined && to?.value !== undefined;
  const difference = (to?.value ?? 0) - (from?.value ?? 0);
  return {
    name,
    from: from?.text ?? COMPARE.nothing,
    to: to?.text ?? COMPARE.nothing,
    change: isTold ? changeText(difference, Number.isInteger(difference) ? 0 : 2) : '',
  };
}
