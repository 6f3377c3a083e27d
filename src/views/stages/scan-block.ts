import { spelledOut } from '../../markdown/harmless.ts';
import {
  SEVERITIES,
  type Severity,
  type StageReport,
  type Vulnerability,
} from '../../records/stage-report.ts';
import { type FactPart, textPart } from '../fact-view.ts';
import { SEVERITY_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { changeText } from './amounts.ts';
import { block, type LineList, listOf, type MeasuredBlock } from './measured-block.ts';
import { type ScanChanges, scanChanges } from './scan-changes.ts';

/** An earlier scan and the release that it is of. */
export interface EarlierScan {
  version: string;
  report: StageReport;
}

/** Rows of findings that leave room for everything else below 2,500 DOM nodes: new ones first. */
const ROOM = 80;

/** Vulnerabilities by severity, new and fixed since the previous release, then each of them. */
export function scanBlock(
  { measured }: StageReport,
  before: EarlierScan | null,
  timeZone: string,
): MeasuredBlock[] {
  const found = measured.vulnerabilities;
  const words = STAGE_WORDS.scan;
  if (found === undefined) return [];
  const past = before?.report.measured.vulnerabilities;
  const changes = past === undefined ? null : scanChanges(found, past);
  const lists = listsOf(found, changes, before?.version ?? '');
  const { databaseAt } = measured;
  const database =
    databaseAt === undefined ? [] : [`${words.database} ${momentOf(databaseAt, timeZone).shown}.`];
  return [
    block('vulnerabilities', words.title, {
      sentences: [...database, ...(found.length === 0 ? [words.none] : [])],
      tables: [severityTable(found, past, changes), ...findingTables(lists)],
      lists: furtherLists(lists),
    }),
  ];
}

function severityTable(
  now: readonly Vulnerability[],
  before: readonly Vulnerability[] | undefined,
  changes: ScanChanges | null,
): TableView {
  const { severity, now: today, before: earlier, fresh, fixed, change } = STAGE_WORDS.columns;
  const shown = SEVERITIES.filter(
    (one) => one === 'critical' || one === 'high' || count(now, one) + count(before ?? [], one) > 0,
  );
  return {
    caption: STAGE_WORDS.scan.title,
    columns: columnsOf([severity], [today, earlier, fresh, fixed, change]),
    rows: shown.map((one) => {
      const [many, old] = [count(now, one), before === undefined ? null : count(before, one)];
      const numbers = [
        String(many),
        old === null ? '–' : String(old),
        changes === null ? '–' : String(count(changes.fresh, one)),
        changes === null ? '–' : String(count(changes.fixed, one)),
        old === null ? '–' : changeText(many - old),
      ];
      return [[severityPart(one)], ...numbers.map((text) => [textPart(text)])];
    }),
  };
}

function count(found: readonly Vulnerability[], severity: Severity): number {
  return found.filter((one) => one.severity === severity).length;
}

function severityPart(severity: Severity): FactPart {
  return { is: 'mark', mark: SEVERITY_MARKS[severity] };
}

type NamedFindings = readonly [name: string, found: Vulnerability[]];

/** What needs eyes comes first. */
function listsOf(
  found: readonly Vulnerability[],
  changes: ScanChanges | null,
  since: string,
): NamedFindings[] {
  const words = STAGE_WORDS.scan;
  if (changes === null) return [[words.all(found.length), byUrgency(found)]];
  const { fresh, fixed, still } = changes;
  return [
    [words.fresh(fresh.length, since), byUrgency(fresh)],
    [words.fixed(fixed.length, since), byUrgency(fixed)],
    [words.still(still.length, since), byUrgency(still)],
  ];
}

/** A table for each list that is not empty, as long as there is room. */
function findingTables(lists: readonly NamedFindings[]): TableView[] {
  let room = ROOM;
  return lists.flatMap(([caption, found]) => {
    const shown = found.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [findingTable(caption, shown)];
  });
}

function findingTable(caption: string, found: readonly Vulnerability[]): TableView {
  const { id, severity, in: where, version, fixedIn } = STAGE_WORDS.columns;
  return {
    caption,
    columns: columnsOf([id, severity, where, version, fixedIn]),
    rows: found.map((one) => [
      [textPart(spelledOut(one.id))],
      [severityPart(one.severity)],
      [textPart(spelledOut(one.in))],
      [textPart(spelledOut(one.version ?? '–'))],
      [textPart(spelledOut(one.fixedIn ?? '–'))],
    ]),
  };
}

function furtherLists(lists: readonly NamedFindings[]): LineList[] {
  const lines = lists
    .flatMap(([, found]) => found)
    .slice(ROOM)
    .map(({ id, severity, in: where, version, fixedIn }) =>
      spelledOut([severity, id, where, version ?? '–', fixedIn ?? '–'].join('  ')),
    );
  return listOf(STAGE_WORDS.scan.further(lines.length), lines);
}

function byUrgency(found: readonly Vulnerability[]): Vulnerability[] {
  const rank = ({ severity }: Vulnerability): number => SEVERITIES.indexOf(severity);
  return [...found].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
