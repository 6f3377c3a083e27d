import { TRENDS } from '../trend-texts.ts';
import { type FigureTable, figureTable } from './figure-table.ts';
import type { PlotData } from './plot-data.ts';

/** The figures of a plot as a table: a row for each point, the newest first. */
export function plotTable({ title, head, points, series, format, tell = format }: PlotData): FigureTable {
  const told = (value: number | null): string => (value === null ? TRENDS.missing : tell(value));
  const rows = points.map((point, index) => [
    point,
    ...series.map(({ values }) => told(values[index] ?? null)),
  ]);
  return figureTable(TRENDS.table(title), { texts: [head], numbers: series.map(({ name }) => name) }, rows);
}
