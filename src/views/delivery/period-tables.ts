import type { Durations, Ratio } from '../../history/delivery/figures.ts';
import type { MeasuredPeriod } from '../../history/delivery/metrics.ts';
import { DELIVERY } from '../delivery-texts.ts';
import { textPart } from '../fact-view.ts';
import { plotTable } from '../plots/plot-table.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { durationText, shortNumber } from './duration-text.ts';
import { periodName } from './period-label.ts';
import type { DeliverySeries, PeriodPlot } from './series-plots.ts';

const { table, none } = DELIVERY;

/** All figures of a series: a row for each month or week, the newest first. */
export function seriesTable({ pieces, measured }: DeliverySeries): TableView {
  return {
    caption: table.caption(DELIVERY.by[pieces]),
    columns: columnsOf([DELIVERY.heads[pieces]], table.columns),
    rows: measured.map((each) => [[textPart(periodName(each.period, pieces))], ...cellsOf(each)]).reverse(),
  };
}

/** The table beside a plot, headed by what its points are. */
export function periodPlotTable(plot: PeriodPlot): TableView {
  const { columns, ...rest } = plotTable(plot);
  return { ...rest, columns: [{ text: plot.head }, ...columns.slice(1)] };
}

function cellsOf({ metrics }: MeasuredPeriod): CellView[] {
  const { frequency, leadTime, failRate, recoveryTime, reworkRate } = metrics;
  const { unknown, running } = frequency.unproven;
  const texts = [
    shortNumber(frequency.numerator),
    frequency.perDay === null ? none : shortNumber(frequency.perWeek),
    shortNumber(leadTime.of),
    medianOf(leadTime),
    leadTime.median === null ? none : durationText(leadTime.ninetieth),
    shareOf(failRate),
    medianOf(recoveryTime),
    shareOf(reworkRate),
    shortNumber(unknown + running),
  ];
  return texts.map((text) => [textPart(text)]);
}

function medianOf({ median }: Durations): string {
  return median === null ? none : durationText(median);
}

function shareOf({ value, numerator, denominator }: Ratio): string {
  return value === null ? none : table.share(numerator, denominator);
}
