import { textPart } from '../fact-view.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { TRENDS } from '../trend-texts.ts';
import type { PlotData } from './plot-data.ts';

/** The figures of a plot as a table: a row for each release, the newest first. */
export function plotTable({ title, points, series, format }: PlotData): TableView {
  const rows = points.map((point, index) => [
    [textPart(point)],
    ...series.map(({ values }) => {
      const value = values[index] ?? null;
      return [textPart(value === null ? TRENDS.missing : format(value))];
    }),
  ]);
  return {
    caption: TRENDS.table(title),
    columns: columnsOf(
      [TRENDS.release],
      series.map(({ name }) => name),
    ),
    rows: rows.reverse(),
  };
}
