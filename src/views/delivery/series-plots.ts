import type { Ratio } from '../../history/delivery/figures.ts';
import type { DeliveryMetrics, MeasuredPeriod } from '../../history/delivery/metrics.ts';
import { DELIVERY } from '../delivery-texts.ts';
import type { PlotData, PlotSeries } from '../plots/plot-data.ts';
import { inUnit, percentText, shortNumber, unitOf } from './duration-text.ts';
import { type Pieces, plotLabel } from './period-label.ts';

/** A plot over months or weeks. */
export interface PeriodPlot extends PlotData {
  /** What a point is, as the head of a column: "Month". */
  head: string;
}

/** A series of an environment, before it is drawn. */
export interface DeliverySeries {
  environment: string;
  pieces: Pieces;
  measured: readonly MeasuredPeriod[];
}

type Words = Pick<PlotData, 'title' | 'description' | 'unit'>;
type Value = (metrics: DeliveryMetrics) => number | null;

const { plots } = DELIVERY;

/** How many deployments there were and how they went, to be stacked: the whole of a bar is all of them. */
export function deploymentsPlot(series: DeliverySeries): PeriodPlot {
  const { title, description, unit, fine, bad, unproven } = plots.deployments;
  const lines: PlotSeries[] = [
    line(fine, series, ({ failRate }) => failRate.denominator - failRate.numerator, 'accent'),
    line(bad, series, ({ failRate }) => failRate.numerator, 'danger'),
    line(unproven, series, ({ failRate }) => failRate.unproven.unknown + failRate.unproven.running, 'quiet'),
  ];
  return plot('deployments', { title, description, unit }, series, lines, shortNumber);
}

/** Lines for lead time, instability and recovery; those without any value are left out. */
export function linePlots(series: DeliverySeries): PeriodPlot[] {
  return [leadTimePlot(series), instabilityPlot(series), recoveryPlot(series)].filter((each) =>
    each.series.some(({ values }) => values.some((value) => value !== null)),
  );
}

function leadTimePlot(series: DeliverySeries): PeriodPlot {
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

function recoveryPlot(series: DeliverySeries): PeriodPlot {
  const { median, ...words } = plots.recoveryTime;
  return durationPlot('recovery-time', words, series, [
    line(median, series, ({ recoveryTime }) => recoveryTime.median, 'accent'),
  ]);
}

function instabilityPlot(series: DeliverySeries): PeriodPlot {
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
): PeriodPlot {
  const longest = Math.max(0, ...lines.flatMap(({ values }) => values.filter((value) => value !== null)));
  const unit = unitOf(longest);
  const scaled = lines.map((each) => ({
    ...each,
    values: each.values.map((value) => (value === null ? null : value / unit.milliseconds)),
  }));
  return plot(id, { ...words, unit: unit.name }, series, scaled, (value) =>
    inUnit(value * unit.milliseconds, unit),
  );
}

function plot(
  id: string,
  words: Words,
  { environment, pieces, measured }: DeliverySeries,
  lines: PlotSeries[],
  format: PlotData['format'],
): PeriodPlot {
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
