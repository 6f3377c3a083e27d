import { spelledOut } from '../../markdown/harmless.ts';
import type { Policy } from '../../records/policy.ts';
import { SEVERITIES, type Severity, type StageReport } from '../../records/stage-report.ts';
import type { CountedRun } from '../../verdict/stage-runs.ts';
import { SEVERITY_MARKS } from '../stage-texts.ts';
import { figureText, percentOf } from '../stages/amounts.ts';
import { thresholdParts } from '../stages/threshold-figure.ts';
import { TRENDS } from '../trend-texts.ts';
import type { PlotData, PlotLimit, PlotSeries } from './plot-data.ts';

/** A release and what counts of its stages. */
export interface MeasuredRelease {
  version: string;
  runs: readonly CountedRun[];
}

/** Coverage by module; null where nothing measured it. */
export function coveragePlot(releases: readonly MeasuredRelease[], policy: Policy | null): PlotData | null {
  const { title, description, unit } = TRENDS.coverage;
  const all = byModule(releases, ({ measured }) =>
    measured.coverage === undefined ? null : percentOf(measured.coverage.lines),
  );
  const series = worstOf(all, (value) => value);
  if (series.length === 0) return null;
  return {
    ...{ id: 'coverage', title, description, unit, head: TRENDS.release },
    points: releases.map(({ version }) => version),
    series,
    limits: atOneHeight(limitsOf('coverage.lines', policy, percent)),
    further: all.length - series.length,
    fromZero: false,
    format: percent,
  };
}

/** Rounded down, as the gates do. */
function percent(value: number): string {
  return `${(Math.floor(value * 10 + 1e-9) / 10).toLocaleString('en-GB')} %`;
}

const TONES: Partial<Record<Severity, PlotSeries['tone']>> = {
  critical: 'danger',
  high: 'caution',
  medium: 'accent',
  low: 'quiet',
};

/** Vulnerabilities by severity, those of all scans of a release together; null where nothing was scanned. */
export function securityPlot(releases: readonly MeasuredRelease[]): PlotData | null {
  const scans = releases.map(({ runs }) =>
    runs.flatMap(({ counts }) => {
      const found = counts.data.measured.vulnerabilities;
      return found === undefined ? [] : [found];
    }),
  );
  if (scans.every((found) => found.length === 0)) return null;
  const { title, description, unit } = TRENDS.security;
  const series = SEVERITIES.map((severity): PlotSeries => {
    const tone = TONES[severity];
    const values = scans.map((found) =>
      found.length === 0 ? null : found.flat().filter((one) => one.severity === severity).length,
    );
    return { name: SEVERITY_MARKS[severity].text, values, ...(tone === undefined ? {} : { tone }) };
  });
  return {
    ...{ id: 'security', title, description, unit, head: TRENDS.release },
    points: releases.map(({ version }) => version),
    series: series.filter(
      ({ name, values }) => name === 'critical' || name === 'high' || values.some((value) => value),
    ),
    limits: [],
    further: 0,
    fromZero: true,
    format: figureText,
  };
}

/** Plots of load figures on one page. */
const LOAD_PLOTS = 4;

/** A plot for each figure of load tests that has a limit. */
export function loadPlots(releases: readonly MeasuredRelease[], policy: Policy | null): PlotData[] {
  const reports = releases.flatMap(({ runs }) => runs.map(({ counts }) => counts.data));
  const limits = new Map<string, PlotLimit[]>();
  // The newest report says what the limit is today.
  for (const report of reports) {
    for (const threshold of report.measured.thresholds ?? []) {
      const parts = thresholdParts(threshold);
      if (parts === null) continue;
      const label = TRENDS.limit(spelledOut(threshold.limit), undefined);
      limits.set(parts.figure, [{ label, value: parts.limit }]);
    }
  }
  return [...limits].slice(0, LOAD_PLOTS).flatMap(([figure, ofTool], index) => {
    const all = byModule(releases, ({ measured }) => measured.figures?.[figure] ?? null);
    const series = worstOf(all, (value) => -value);
    if (series.length === 0) return [];
    const name = spelledOut(figure);
    return [
      {
        ...{ id: `load-${index + 1}`, title: name, unit: TRENDS.load.unit, head: TRENDS.release },
        description: TRENDS.load.description(name),
        points: releases.map(({ version }) => version),
        series,
        limits: atOneHeight([...ofTool, ...limitsOf(figure, policy, figureText)]),
        further: all.length - series.length,
        fromZero: true,
        format: figureText,
      },
    ];
  });
}

/** Lines that can still be told apart. */
const LINES = 6;

/** The lines that need eyes: those whose last value is the worst, in the order of their names. */
function worstOf(series: readonly PlotSeries[], badness: (value: number) => number): PlotSeries[] {
  const last = ({ values }: PlotSeries): number => badness(values.findLast((value) => value !== null) ?? 0);
  const kept = new Set([...series].sort((a, b) => last(a) - last(b)).slice(0, LINES));
  return series.filter((each) => kept.has(each));
}

/** Lines by module; modules without any value have none. */
function byModule(
  releases: readonly MeasuredRelease[],
  measure: (report: StageReport) => number | null,
): PlotSeries[] {
  const modules = new Set(releases.flatMap(({ runs }) => runs.map(({ module }) => module)));
  return [...modules]
    .map((module) => ({
      name: module ?? TRENDS.whole,
      values: releases.map(({ runs }) => {
        const values = runs.filter((run) => run.module === module).map(({ counts }) => measure(counts.data));
        return values.find((value) => value !== null) ?? null;
      }),
    }))
    .filter(({ values }) => values.some((value) => value !== null))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Limits of the same value share a line and its name. */
function atOneHeight(limits: readonly PlotLimit[]): PlotLimit[] {
  const byValue = Map.groupBy(limits, ({ value }) => value);
  return [...byValue].map(([value, alike]) => ({
    value,
    label: [...new Set(alike.map(({ label }) => label))].join(' · '),
  }));
}

/** Limits that the policy sets on a metric. */
function limitsOf(metric: string, policy: Policy | null, format: (value: number) => string): PlotLimit[] {
  const gates = (policy?.gates ?? []).filter((gate) => gate.guards === 'blessing' && gate.metric === metric);
  return gates.map(({ operator, limit, module }) => ({
    label: TRENDS.limit(`${operator} ${format(limit)}`, module),
    value: limit,
  }));
}
