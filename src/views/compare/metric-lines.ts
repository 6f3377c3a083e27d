import { spelledOut } from '../../markdown/harmless.ts';
import { STAGES, type StageReport, type Vulnerability } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type CountedRun, countedRuns } from '../../verdict/stage-runs.ts';
import { SUMMARY_WORDS } from '../compare-texts.ts';
import { figureText, percentOf, percentText } from '../stages/amounts.ts';
import { thresholdParts } from '../stages/threshold-figure.ts';
import type { SummaryLine } from './release-summary.ts';

/** Severities that are told even where nothing was found. */
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** What the attempts that count measured. */
export function metricLines({ stages }: Pick<Dossier, 'stages'>): SummaryLine[] {
  return countedRuns(stages).flatMap(linesOf);
}

function linesOf({ stage, module, counts }: CountedRun): SummaryLine[] {
  const of = module ?? SUMMARY_WORDS.whole;
  const { measured } = counts.data;
  const name = STAGES.find(({ id }) => id === stage)?.name ?? stage;
  return [
    ...coverageLine(of, measured.coverage),
    ...testLines(of, name, measured.tests),
    ...(measured.vulnerabilities === undefined ? [] : scanLines(of, measured.vulnerabilities)),
    ...loadLines(of, measured),
  ];
}

type Measured = StageReport['measured'];

function coverageLine(of: string, coverage: Measured['coverage']): SummaryLine[] {
  const percent = coverage === undefined ? null : percentOf(coverage.lines);
  if (coverage === undefined || percent === null) return [];
  return [{ name: SUMMARY_WORDS.coverage(of), text: percentText(coverage.lines), value: percent }];
}

function testLines(of: string, stage: string, tests: Measured['tests']): SummaryLine[] {
  if (tests === undefined) return [];
  return [
    countLine(SUMMARY_WORDS.tests(of, stage), tests.passed),
    countLine(SUMMARY_WORDS.failed(of, stage), tests.failed + tests.errored),
  ];
}

function scanLines(of: string, found: readonly Vulnerability[]): SummaryLine[] {
  return SEVERITIES.map((severity) => {
    const count = found.filter((one) => one.severity === severity).length;
    return countLine(SUMMARY_WORDS.vulnerabilities(of, severity), count);
  });
}

/** Figures that have a limit: the others are too many to be compared with profit. */
function loadLines(of: string, { thresholds = [], figures = {} }: Measured): SummaryLine[] {
  const names = new Set(thresholds.map((threshold) => thresholdParts(threshold)?.figure));
  return [...names].flatMap((name) => {
    const value = name === undefined ? undefined : figures[name];
    if (name === undefined || value === undefined) return [];
    return [{ name: SUMMARY_WORDS.load(of, spelledOut(name)), text: figureText(value), value }];
  });
}

function countLine(name: string, value: number): SummaryLine {
  return { name, text: value.toLocaleString('en-GB'), value };
}
