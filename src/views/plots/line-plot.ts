import { scaleLinear, scalePoint } from 'd3-scale';
import {
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare2,
  symbolTriangle2,
  symbolWye,
} from 'd3-shape';
import type { PlotData, PlotSeries } from './plot-data.ts';

/** A text of a plot and where it stands. */
export interface PlotLabel {
  x: number;
  y: number;
  text: string;
}

/** A line with its symbols and its name at the end. */
export interface PlotLine {
  tone: string;
  path: string;
  /** The shape of its marks, drawn around nothing. */
  shape: string;
  /** Where a mark stands, and what it says. */
  marks: PlotLabel[];
  /** At its last value; null for a line without any. */
  label: PlotLabel | null;
}

/** A plot, ready to be drawn in a box of `width` and `height`. */
export interface LinePlot {
  width: number;
  height: number;
  /** Left and right end of what is plotted. */
  left: number;
  right: number;
  /** Where the names of the releases stand. */
  bottom: number;
  ticks: PlotLabel[];
  releases: PlotLabel[];
  lines: PlotLine[];
  limits: PlotLabel[];
}

const WIDTH = 900;
const HEIGHT = 260;
const MARGIN = { top: 30, right: 150, bottom: 34, left: 56 };
/** Room on the left in which limits are named, away from what is plotted. */
const LIMIT_ROOM = 170;
const SHAPES = [
  symbolCircle,
  symbolSquare2,
  symbolTriangle2,
  symbolDiamond2,
  symbolWye,
  symbolCross,
] as const;
const SYMBOL_SIZE = 44;
/** Distance that keeps two names apart. */
const LABEL_HEIGHT = 18;

/** Places a plot: a line for each series, told apart by shape and by the name at its end. */
export function linePlot(data: PlotData): LinePlot {
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const start = MARGIN.left + (data.limits.length > 0 ? LIMIT_ROOM : 16);
  const x = scalePoint(
    data.points.map((_, index) => index),
    [start, right - 12],
  );
  const y = scaleLinear(domainOf(data), [bottom, MARGIN.top]).nice(5);
  const at = (index: number): number => x(index) ?? MARGIN.left;
  const lines = data.series.map((series, order) => plotLine(series, order, data, at, y));
  return {
    width: WIDTH,
    height: HEIGHT,
    left: MARGIN.left,
    right,
    bottom,
    ticks: y
      .ticks(5)
      .map((value) => ({ x: MARGIN.left - 8, y: rounded(y(value)), text: data.format(value) })),
    releases: data.points.map((text, index) => ({ x: rounded(at(index)), y: bottom + 22, text })),
    lines: apart(lines, bottom),
    limits: data.limits.map(({ label, value }) => ({
      x: MARGIN.left + 4,
      y: rounded(y(value)),
      text: label,
    })),
  };
}

/** Limits belong to the picture: how far a value is from its limit is what people look for. */
function domainOf({ series, limits, fromZero }: PlotData): [number, number] {
  const values = [
    ...series.flatMap((each) => each.values.filter((value) => value !== null)),
    ...limits.map(({ value }) => value),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [0, 1];
  // The name of a limit needs room above it.
  if (fromZero) return [0, high > 0 ? high * 1.1 : 1];
  const room = Math.max((high - low) * 0.1, Math.abs(high) * 0.005, 0.5);
  return [low - room, high + room];
}

function plotLine(
  { name, values, tone }: PlotSeries,
  order: number,
  { points: releases, format, tell = format }: PlotData,
  x: (index: number) => number,
  y: (value: number) => number,
): PlotLine {
  const points = values.map((value, index) => (value === null ? null : ([x(index), y(value)] as const)));
  // A module that did not move was not measured again: the line goes on to where it was.
  const known = points.filter((point) => point !== null);
  const last = known.at(-1);
  return {
    tone: tone ?? `shade-${(order % SHAPES.length) + 1}`,
    path: line<(typeof known)[number]>().digits(1)(known) ?? '',
    shape: symbol(SHAPES[order % SHAPES.length], SYMBOL_SIZE).digits(1)() ?? '',
    marks: points.flatMap((point, index) =>
      point === null
        ? []
        : [
            {
              x: rounded(point[0]),
              y: rounded(point[1]),
              text: `${releases[index]}, ${name}: ${tell(values[index] ?? 0)}`,
            },
          ],
    ),
    label: last ? { x: rounded(last[0]) + 14, y: rounded(last[1]), text: name } : null,
  };
}

/** Pushes names at the ends of lines down where they would lie on each other. */
function apart(lines: readonly PlotLine[], bottom: number): PlotLine[] {
  const ordered = lines
    .filter((each) => each.label !== null)
    .sort((a, b) => (a.label?.y ?? 0) - (b.label?.y ?? 0));
  const places = new Map<PlotLine, number>();
  let lowest = -Infinity;
  for (const each of ordered) {
    lowest = Math.max(lowest + LABEL_HEIGHT, each.label?.y ?? 0);
    places.set(each, lowest);
  }
  // What would fall out of the plot moves all names above it up.
  let highest = bottom;
  for (const each of ordered.reverse()) {
    highest = Math.min(highest, places.get(each) ?? 0);
    places.set(each, highest);
    highest -= LABEL_HEIGHT;
  }
  return lines.map((each) =>
    each.label === null ? each : { ...each, label: { ...each.label, y: places.get(each) ?? each.label.y } },
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
