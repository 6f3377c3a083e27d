import { cadenceKept } from '../../history/delivery/cadence.ts';
import { monthsOf, weeksOf } from '../../history/delivery/calendar.ts';
import { type DeliveryLog, deliveryLog } from '../../history/delivery/log.ts';
import { deliveryMetrics, deliverySeries } from '../../history/delivery/metrics.ts';
import type { Period } from '../../history/delivery/period.ts';
import { firstDayOf, spanOfMonths, spanOfWeeks } from '../../history/delivery/recorded-span.ts';
import { deploymentGaps } from '../../history/deployments/gaps.ts';
import { type ProductClock, productClock, toInstant } from '../../history/product-clock.ts';
import type { Policy } from '../../records/index.ts';
import { DELIVERY } from '../delivery-texts.ts';
import type { FigureTable } from '../plots/figure-table.ts';
import type { PlotData } from '../plots/plot-data.ts';
import { dayOf as dayView, momentOf, type TimeView } from '../time-view.ts';
import { type CadenceView, cadenceView } from './cadence-view.ts';
import { type DeliveryFigure, deliveryFigures } from './delivery-figures.ts';
import type { DeliveryInput } from './delivery-input.ts';
import type { Pieces } from './period-label.ts';
import { seriesTable } from './period-tables.ts';
import { type DeliverySeries, deploymentsPlot, linePlots } from './series-plots.ts';

/** A series as the page shows it. */
export interface SeriesView {
  /** An anchor of its own. */
  id: string;
  /** "By month". */
  title: string;
  /** Counts, for stacked bars; null where there is one period only. */
  bars: PlotData | null;
  /** Durations and rates, for lines. */
  lines: PlotData[];
  /** All figures, a row for each month or week. */
  table: FigureTable;
}

/** How a product is delivered to one environment. */
export interface DeliveryView {
  environment: string;
  /** Its name as people call it. */
  name: string;
  /** Where the figures begin and end, in the product's zone. */
  from: TimeView;
  until: TimeView;
  /** What has to be known of all figures: sentences. */
  notes: string[];
  figures: DeliveryFigure[];
  cadence: CadenceView;
  months: SeriesView;
  /** Null for a product that is not released on most days. */
  weeks: SeriesView | null;
}

/** The figures of a product in one environment; null where no deployment to it is recorded. */
export function deliveryView(input: DeliveryInput): DeliveryView | null {
  const { environment, timeline, facts, policy } = input;
  if (timeline.length === 0) return null;
  const clock = productClock(policy.timeZone);
  const log = deliveryLog(timeline, facts);
  const period = spanOfMonths(input, clock);
  return {
    environment: environment.id,
    name: environment.name ?? environment.id,
    from: momentOf(toInstant(period.from), policy.timeZone),
    until: momentOf(toInstant(period.until), policy.timeZone),
    notes: notesOf(input, period, clock),
    figures: deliveryFigures(deliveryMetrics(log, period, clock)),
    cadence: cadenceView(cadenceKept(log, period, policy, clock), policy.cadence),
    months: seriesView('months', log, period, input, clock),
    weeks: isDaily(policy.cadence) ? seriesView('weeks', log, spanOfWeeks(input, clock), input, clock) : null,
  };
}

/** Days a week from which on weeks tell more than months. */
const DAILY = 4;

function isDaily({ rhythm, days = [] }: Policy['cadence']): boolean {
  return rhythm === 'days' && days.length >= DAILY;
}

function seriesView(
  pieces: Pieces,
  log: DeliveryLog,
  period: Period,
  { environment }: DeliveryInput,
  clock: ProductClock,
): SeriesView {
  const periods = pieces === 'months' ? monthsOf(period, clock) : weeksOf(period, clock);
  const measured = deliverySeries(log, periods, clock);
  const series: DeliverySeries = { environment: environment.id, pieces, measured };
  return {
    id: `${environment.id}-${pieces}`,
    title: DELIVERY.by[pieces],
    bars: deploymentsPlot(series),
    lines: linePlots(series),
    table: seriesTable(series),
  };
}

/** Since when anything is known, and what is missing since; what was cut off before the first record is no gap in it. */
function notesOf(input: DeliveryInput, { from, until }: Period, clock: ProductClock): string[] {
  const first = firstDayOf(input.timeline, clock);
  const begins = first !== null && from <= (input.timeline[0]?.began ?? 0);
  const missing = deploymentGaps(input.timeline)
    .filter(({ after, before }) => after !== null && before.began >= from && after.began < until)
    .reduce((total, gap) => total + gap.to - gap.from + 1, 0);
  return [
    ...(begins ? [DELIVERY.begin(dayView(`${first}T00:00:00+00:00`).shown)] : []),
    ...(missing > 0 ? [DELIVERY.notes.gaps(missing)] : []),
  ];
}
