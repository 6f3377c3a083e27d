import {
  durationText,
  inUnit,
  percentText,
  shortNumber,
  unitOf,
} from '../../history/delivery/duration-text.ts';
import type { ChangeFailRate } from '../../history/delivery/fail-rate.ts';
import type { Ratio } from '../../history/delivery/figures.ts';
import type { DeliveryMetrics, MeasuredPeriod } from '../../history/delivery/metrics.ts';
import { DELIVERY } from '../delivery-texts.ts';
import type { PlotData, PlotSeries } from '../plots/plot-data.ts';
import { type Pieces, plotLabel } from './period-label.ts';

/** A series of an environment, before it is drawn. */
export interface DeliverySeries {
  environment: string;
  pieces: Pieces;
  measured: readonly MeasuredPeriod[];
}

type Words = Pick<PlotData, 'title' | 'description' | 'unit'>;
type Value = (metrics: DeliveryMetrics) => number | null;

const { plots } = DELIVERY;
/** Points from which on there is something to look at: one is no course of things. */
const FEWEST = 2;

/**
 * How many deployments there were and how they went, to be stacked: the whole of a bar is all of them. Null where a
 * single bar would stand alone.
 */
export function deploymentsPlot(series: DeliverySeries): PlotData | null {
  if (series.measured.length < FEWEST) return null;
  const { title, description, unit, fine, unplanned, bad, unproven } = plots.deployments;
  const lines: PlotSeries[] = [
    line(fine, series, ({ failRate }) => fineOf(failRate), 'accent'),
    line(unplanned, series, ({ failRate }) => failRate.unplanned, 'caution'),
    line(bad, series, ({ failRate }) => failRate.numerator, 'danger'),
    line(unproven, series, ({ failRate }) => failRate.unproven.unknown + failRate.unproven.running, 'quiet'),
  ];
  return plot('deployments', { title, description, unit }, series, lines, shortNumber);
}

/** Lines for lead time, instability and recovery; those of which fewer points are known than make a line are left out. */
export function linePlots(series: DeliverySeries): PlotData[] {
  const all = [leadTimePlot(series), instabilityPlot(series), recoveryPlot(series)];
  return all.filter((each) => knownPoints(each) >= FEWEST);
}

function knownPoints({ points, series }: PlotData): number {
  return points.filter((_, index) => series.some(({ values }) => values[index] !== null)).length;
}

function fineOf({ denominator, numerator, unplanned }: ChangeFailRate): number {
  return denominator - numerator - unplanned;
}

function leadTimePlot(series: DeliverySeries): PlotData {
  const { median, ninetieth, ...words } = plots.leadTime;
  return durationPlot('lead-time', words, series, [
    line(median, series, ({ leadTime }) => leadTime.median, 'accent'),
    line(
      ninetieth,
      series,
      ({ leadTime }) => (leadTime.median === null ? null : leadTime.ninetieth),
      'quiet',
    ),
  ]);
}

function recoveryPlot(series: DeliverySeries): PlotData {
  const { median, ...words } = plots.recoveryTime;
  return durationPlot('recovery-time', words, series, [
    line(median, series, ({ recoveryTime }) => recoveryTime.median, 'accent'),
  ]);
}

function instabilityPlot(series: DeliverySeries): PlotData {
  const { failRate, reworkRate, ...words } = plots.instability;
  const lines = [
    line(failRate, series, (metrics) => percentOf(metrics.failRate), 'danger'),
    line(reworkRate, series, (metrics) => percentOf(metrics.reworkRate), 'caution'),
  ];
  return plot('instability', words, series, lines, (value) => `${percentText(value / 100)} %`);
}

/** All lines of a plot in the unit of its longest duration, so that its axis has round numbers. */
function durationPlot(
  id: string,
  words: Omit<Words, 'unit'>,
  series: DeliverySeries,
  lines: readonly PlotSeries[],
): PlotData {
  const longest = Math.max(0, ...lines.flatMap(({ values }) => values.filter((value) => value !== null)));
  const unit = unitOf(longest);
  const scaled = lines.map((each) => ({
    ...each,
    values: each.values.map((value) => (value === null ? null : value / unit.milliseconds)),
  }));
  const inMilliseconds = (value: number): number => value * unit.milliseconds;
  return {
    ...plot(id, { ...words, unit: unit.name }, series, scaled, (value) =>
      inUnit(inMilliseconds(value), unit),
    ),
    tell: (value) => durationText(inMilliseconds(value)),
  };
}

function plot(
  id: string,
  words: Words,
  { environment, pieces, measured }: DeliverySeries,
  lines: PlotSeries[],
  format: PlotData['format'],
): PlotData {
  return {
    ...{ id: `${environment}-${pieces}-${id}`, ...words, head: DELIVERY.heads[pieces] },
    points: measured.map(({ period }) => plotLabel(period, pieces)),
    series: lines,
    limits: [],
    further: 0,
    fromZero: true,
    format,
  };
}

function line(
  name: string,
  { measured }: DeliverySeries,
  value: Value,
  tone: NonNullable<PlotSeries['tone']>,
): PlotSeries {
  return { name, values: measured.map(({ metrics }) => value(metrics)), tone };
}

function percentOf({ value }: Ratio): number | null {
  return value === null ? null : value * 100;
}
