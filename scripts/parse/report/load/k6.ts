import { Fault, type Threshold } from '../../../../src/records/index.ts';
import { readJson } from '../json/json.ts';
import { type Outline, outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { known, oneLine } from '../report-values.ts';
import { ByNameSchema, ofByName } from './k6-by-name.ts';
import { MachineReadableSchema, ofMachineReadable } from './k6-machine-readable.ts';
import { type K6Summary, numberIn } from './k6-summary.ts';
import { againstFigures } from './k6-threshold.ts';

/**
 * The end-of-test summary of k6 in its three dialects: what `handleSummary(data)` gets, what `--summary-export`
 * writes, and the machine-readable one of k6 1.5. A threshold that is not met is a failure. Checks are figures and no
 * test cases: k6 itself lets a run pass whose checks fail, unless a threshold holds them.
 */
export const k6Reader: ReportReader = { format: 'k6', recognises: isK6, parse: (file) => reportOf(file) };

function isK6(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined) return false;
  if (isMachineReadable(outline)) return true;
  if (outline.source('metrics') !== '{') return false;
  return outline.has('root_group.checks') || outline.has('state.testRunDurationMs') || hasOwnMetrics(outline);
}

function isMachineReadable(outline: Outline): boolean {
  return outline.source('results.metrics') === '[' && outline.has('metadata.k6Version');
}

/** Metrics that every k6 run has, with a number of either dialect. */
function hasOwnMetrics(outline: Outline): boolean {
  const paths = ['metrics.iterations', 'metrics.vus', 'metrics.data_received'];
  return paths.some((path) => ['count', 'value', 'values'].some((name) => outline.has(`${path}.${name}`)));
}

function summaryOf(file: ReportFile): K6Summary {
  const outline = outlineOf(file);
  const summary =
    outline !== undefined && isMachineReadable(outline)
      ? ofMachineReadable(readJson(file, MachineReadableSchema).data)
      : ofByName(readJson(file, ByNameSchema).data);
  return { ...summary, metrics: summary.metrics.map(againstFigures) };
}

function reportOf(file: ReportFile): ParsedReport {
  const summary = summaryOf(file);
  refuseContradictions(summary, file);
  const thresholds = summary.metrics.flatMap((metric) => metric.thresholds);
  return {
    format: 'k6',
    tool: summary.version === undefined ? 'k6' : `k6 ${summary.version}`,
    ...known({ ranAt: summary.generatedAt }),
    measured: { thresholds: thresholds.map(inOneLine), figures: figuresOf(summary) },
    failures: thresholds
      .filter(({ met }) => met === false)
      .map(({ metric, limit }) => oneLine(`${metric} is not within its threshold ${limit}`)),
    doubts: doubtsOf(summary, thresholds),
  };
}

/** Checks are counted twice: one by one below their groups, and together as a metric. */
function refuseContradictions(summary: K6Summary, { name: file }: ReportFile): void {
  for (const outcome of ['passes', 'fails'] as const) {
    const together = numberIn(summary, 'checks', outcome);
    const counted = summary.checks.reduce((sum, check) => sum + check[outcome], 0);
    if (together !== undefined && summary.checks.length > 0 && together !== counted)
      throw new Fault(`says ${together} ${outcome} of checks and lists ${counted}`, {
        place: { file, field: `metrics.checks.${outcome}` },
      });
  }
}

function inOneLine({ metric, limit, met }: Threshold): Threshold {
  return { metric: oneLine(metric), limit: oneLine(limit), met };
}

/** "http_req_duration.p95" for p(95), in k6's own units: milliseconds, bytes, counts, shares of 1. */
function figuresOf({ metrics }: K6Summary): Record<string, number> {
  const figures = metrics.flatMap(({ name, values }) =>
    [...values].map(([value, number]) => [oneLine(`${name}.${value.replace(/^p\((.+)\)$/, 'p$1')}`), number]),
  );
  return Object.fromEntries(figures);
}

function doubtsOf(summary: K6Summary, thresholds: readonly Threshold[]): string[] {
  const unclear = thresholds.filter(({ met }) => met === null);
  const iterations = numberIn(summary, 'iterations', 'count') ?? 0;
  const fails = summary.checks.reduce((sum, check) => sum + check.fails, 0);
  const judged = thresholds.some(({ metric }) => /^checks(?:\{|$)/.test(metric));
  return [
    ...summary.doubts,
    ...(iterations === 0 ? ['nothing ran: there are no iterations'] : []),
    ...(thresholds.length === 0 && summary.doubts.length === 0 ? ['no thresholds were set'] : []),
    ...unclear.map(({ metric, limit }) => oneLine(`it is not clear whether ${metric} is within ${limit}`)),
    ...(fails > 0 && !judged ? [`checks did not hold ${fails} times, and no threshold judges them`] : []),
  ];
}
