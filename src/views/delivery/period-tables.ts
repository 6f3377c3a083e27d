import { durationText, shortNumber } from '../../history/delivery/duration-text.ts';
import type { Durations, Ratio } from '../../history/delivery/figures.ts';
import type { MeasuredPeriod } from '../../history/delivery/metrics.ts';
import { DELIVERY } from '../delivery-texts.ts';
import { type FigureTable, figureTable } from '../plots/figure-table.ts';
import { periodName } from './period-label.ts';
import type { DeliverySeries } from './series-plots.ts';

const { table, none } = DELIVERY;

/** All figures of a series: a row for each month or week, the newest first. */
export function seriesTable({ pieces, measured }: DeliverySeries): FigureTable {
  return figureTable(
    table.caption(DELIVERY.by[pieces]),
    { texts: [DELIVERY.heads[pieces]], numbers: table.columns },
    measured.map((each) => [periodName(each.period, pieces), ...cellsOf(each)]),
  );
}

function cellsOf({ metrics }: MeasuredPeriod): string[] {
  const { frequency, leadTime, failRate, recoveryTime, reworkRate } = metrics;
  const { unknown, running } = frequency.unproven;
  return [
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
}

function medianOf({ median }: Durations): string {
  return median === null ? none : durationText(median);
}

function shareOf({ value, numerator, denominator }: Ratio): string {
  return value === null ? none : table.share(numerator, denominator);
}
