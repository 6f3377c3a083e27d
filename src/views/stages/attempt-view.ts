import { spelledOut } from '../../markdown/harmless.ts';
import type { Evidence, StageReport } from '../../records/stage-report.ts';
import type { Recorded } from '../../verdict/dossier.ts';
import {
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  textPart,
  timePart,
} from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { anchorOf } from '../record-anchor.ts';
import { CELL_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { type LineList, listOf } from './measured-block.ts';
import { measuredInShort } from './measured-in-short.ts';

/** One attempt at a stage. */
export interface AttemptView {
  anchor: string;
  title: string;
  result: MarkView;
  /** "counts", or why it does not. */
  standing: string;
  counts: boolean;
  facts: FactView[];
  /** Failures and doubts. */
  reasons: string[];
  evidence: TableView;
  /** Reasons and files of evidence for which there is no room. */
  further: LineList[];
  path: string;
}

/** Reasons and files of one attempt below 2,500 DOM nodes, several attempts beside each other. */
const ROOM = 6;

/** Where a file of evidence can be read; null where it cannot. */
export type EvidenceLinks = (file: Evidence) => string | null;

/** An attempt with everything that was filed of it. */
export function attemptView(
  { data, path }: Recorded<StageReport>,
  counted: Recorded<StageReport> | null,
  timeZone: string,
  links: EvidenceLinks,
): AttemptView {
  const words = STAGE_WORDS.facts;
  const counts = counted?.path === path;
  const moment = (instant: string): FactPart => timePart(momentOf(instant, timeZone));
  const short = measuredInShort(data.measured).join(', ');
  const reasons = (data.reasons ?? []).map(spelledOut);
  const files = data.evidence.slice(ROOM).map(({ name, digest }) => `${spelledOut(name)}  ${digest}`);
  return {
    anchor: anchorOf('attempt', path),
    title: STAGE_WORDS.attemptTitle(data.attempt),
    result: CELL_MARKS[data.result],
    standing: counts ? STAGE_WORDS.thatCounts : data.full ? STAGE_WORDS.notLatest : STAGE_WORDS.partOnly,
    counts,
    facts: factsOf(
      [words.ranAt, moment(data.ranAt)],
      [words.filedAt, moment(data.filedAt)],
      [words.filedBy, data.filedBy === undefined ? undefined : textPart(spelledOut(data.filedBy))],
      [words.commit, data.commit === undefined ? undefined : codePart(data.commit)],
      [words.digest, data.digest === undefined ? undefined : codePart(data.digest)],
      [words.run, data.url === undefined ? undefined : linkPart(STAGE_WORDS.runLink, data.url)],
      [words.path, data.measured.path === undefined ? undefined : textPart(spelledOut(data.measured.path))],
      [STAGE_WORDS.columns.measured, short === '' ? undefined : textPart(short)],
    ),
    reasons: reasons.slice(0, ROOM),
    evidence: evidenceTable(data, links),
    further: [
      ...listOf(STAGE_WORDS.furtherReasons(reasons.length - ROOM), reasons.slice(ROOM)),
      ...listOf(STAGE_WORDS.furtherFiles(files.length), files),
    ],
    path,
  };
}

/** An attempt in one line. */
export function attemptLine({ data }: Recorded<StageReport>): string {
  const { attempt, ranAt, result, commit, digest } = data;
  const on = commit ?? digest ?? '–';
  return [STAGE_WORDS.attemptTitle(attempt), ranAt, CELL_MARKS[result].text, on].join('  ');
}

function evidenceTable({ evidence }: StageReport, links: EvidenceLinks): TableView {
  const { name, format, tool, evidenceDigest } = STAGE_WORDS.columns;
  return {
    caption: STAGE_WORDS.facts.evidence,
    columns: columnsOf([name, format, tool, evidenceDigest]),
    rows: evidence
      .slice(0, ROOM)
      .map((file) => [
        [namePart(file, links(file))],
        [textPart(file.format)],
        [textPart(spelledOut(file.tool ?? '–'))],
        [codePart(file.digest)],
      ]),
  };
}

function namePart({ name }: Evidence, href: string | null): FactPart {
  return href === null ? textPart(spelledOut(name)) : linkPart(spelledOut(name), href);
}
