import { scaleBand, scaleLinear } from 'd3-scale';
import type { PlotLabel } from './line-plot.ts';
import type { PlotData, PlotSeries } from './plot-data.ts';

/** One part of a bar. */
export interface BarPart {
  x: number;
  /** Its upper edge. */
  y: number;
  width: number;
  height: number;
  /** The tone of its series. */
  tone: string;
  /** What it says: "Mar 2026, needed intervention: 3". */
  text: string;
}

/** A plot of stacked bars, ready to be drawn in a box of `width` and `height`. */
export interface BarPlot {
  width: number;
  height: number;
  left: number;
  right: number;
  /** Where bars stand. */
  bottom: number;
  ticks: PlotLabel[];
  /** Names of the bars, below them. */
  points: PlotLabel[];
  parts: BarPart[];
  /** The whole of each bar, above it. */
  totals: PlotLabel[];
  /** What the parts are, in the order in which they stand on each other from below; only those that there are. */
  legend: { tone: string; name: string }[];
}

const WIDTH = 900;
const HEIGHT = 260;
const MARGIN = { top: 30, right: 16, bottom: 34, left: 56 };
const RIGHT = WIDTH - MARGIN.right;
const BOTTOM = HEIGHT - MARGIN.bottom;
/** A few bars are not to fill the plot as blocks. */
const WIDEST = 48;

type Band = ReturnType<typeof bandOf>;
type Height = (value: number) => number;

/**
 * Places stacked bars: counts of separate times, between which a line would draw what never was. Values are counts;
 * null counts as nothing.
 */
export function barPlot(data: PlotData): BarPlot {
  const { points, series, format } = data;
  const totals = points.map((_, index) => totalBelow(series, index, series.length));
  const band = bandOf(points.length);
  const scale = scaleLinear([0, Math.max(1, ...totals)], [BOTTOM, MARGIN.top]).nice(5);
  const y: Height = (value) => rounded(scale(value));
  const whole = scale.ticks(5).filter(Number.isInteger);
  return {
    ...{ width: WIDTH, height: HEIGHT, left: MARGIN.left, right: RIGHT, bottom: BOTTOM },
    ticks: whole.map((value) => ({ x: MARGIN.left - 8, y: y(value), text: format(value) })),
    points: points.map((text, index) => ({ x: band.middle(index), y: BOTTOM + 22, text })),
    parts: points.flatMap((_, index) => partsOf(data, index, band, y)),
    totals: totals.map((total, index) => ({ x: band.middle(index), y: y(total) - 6, text: format(total) })),
    legend: series.filter(hasAny).map(({ tone = 'quiet', name }) => ({ tone, name })),
  };
}

/** Where bars stand, from left to right. */
function bandOf(count: number) {
  const scale = scaleBand<number>([...Array(count).keys()], [MARGIN.left, RIGHT]).padding(0.35);
  const width = Math.min(WIDEST, rounded(scale.bandwidth()));
  const middle = (index: number): number => rounded((scale(index) ?? MARGIN.left) + scale.bandwidth() / 2);
  return { left: (index: number): number => rounded(middle(index) - width / 2), width, middle };
}

function partsOf({ points, series, format }: PlotData, index: number, band: Band, y: Height): BarPart[] {
  return series.flatMap(({ name, values, tone = 'quiet' }, order) => {
    const value = values[index] ?? 0;
    if (value === 0) return [];
    const below = totalBelow(series, index, order);
    const top = y(below + value);
    const box = { x: band.left(index), y: top, width: band.width, height: rounded(y(below) - top) };
    return [{ ...box, tone, text: `${points[index]}, ${name}: ${format(value)}` }];
  });
}

/** What the parts below one amount to. */
function totalBelow(series: PlotData['series'], index: number, order: number): number {
  return series.slice(0, order).reduce((total, { values }) => total + (values[index] ?? 0), 0);
}

function hasAny({ values }: PlotSeries): boolean {
  return values.some((value) => value !== null && value > 0);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
