import { scaleUtc } from 'd3-scale';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { toInstant } from '../../history/product-clock.ts';
import { sortByVersion } from '../../history/version-order.ts';
import type { PlotLabel } from '../plots/line-plot.ts';
import { momentOf, shortDayOf } from '../time-view.ts';
import { ageText } from './age-text.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** A bar: a release while it ran. */
export interface StripBar {
  x: number;
  y: number;
  width: number;
  height: number;
  tone: 'accent' | 'caution' | 'quiet';
  text: string;
}

/** A sign on the strip: a rollback that put a release back, a deployment that failed. */
export interface StripSign extends PlotLabel {
  sign: string;
  tone: 'danger' | 'caution';
}

/** Which release ran when, ready to be drawn in a box of `width` and `height`. */
export interface ReleaseStrip {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  /** How many releases have a row. */
  count: number;
  versions: PlotLabel[];
  bars: StripBar[];
  signs: StripSign[];
  ticks: PlotLabel[];
}

const WIDTH = 900;
const ROW = 24;
const BAR = 12;
const MARGIN = { top: 8, right: 24, bottom: 30, left: 96 };
const RIGHT = WIDTH - MARGIN.right;
/** Releases with a row: more would be a wall of bars. */
const ROWS = 10;
/** What ran for minutes among days has to be seen as well. */
const THINNEST = 4;
const TICKS = 6;

/** Places the newest releases of some events, the newest on top; null where fewer than two ran. */
export function releaseStrip(
  events: readonly DeploymentEvent[],
  end: number,
  timeZone: string,
): ReleaseStrip | null {
  const all = stretchesOf(events, end);
  const versions = newestVersions(all);
  const shown = all.slice(firstShown(all, versions));
  const [first] = shown;
  if (first === undefined || versions.length < 2) return null;
  const x = scaleUtc([first.from, end], [MARGIN.left, RIGHT]);
  const place: Place = {
    x: (time) => rounded(x(time)),
    y: (version) => MARGIN.top + versions.indexOf(version) * ROW,
  };
  const bottom = MARGIN.top + versions.length * ROW;
  return {
    ...{ width: WIDTH, height: bottom + MARGIN.bottom, left: MARGIN.left, right: RIGHT, bottom },
    count: versions.length,
    versions: versions.map((text) => ({ x: MARGIN.left - 12, y: place.y(text) + ROW / 2, text })),
    bars: shown.map((stretch) => barOf(stretch, shown.at(-1), place, timeZone)),
    signs: signsOf(events, first.from, versions, place, timeZone),
    ticks: x.ticks(TICKS).map((day) => ({
      x: rounded(x(day)),
      y: bottom + 20,
      text: shortDayOf(toInstant(day.getTime())).shown,
    })),
  };
}

interface Place {
  x(time: number): number;
  y(version: string): number;
}

/** Those that ran last, the newest version first. */
function newestVersions(stretches: readonly Stretch[]): string[] {
  const last = [...new Set(stretches.map(({ version }) => version).reverse())].slice(0, ROWS);
  return sortByVersion(last, (version) => version).reverse();
}

/** From there on only releases with a row of their own ran. */
function firstShown(stretches: readonly Stretch[], versions: readonly string[]): number {
  return stretches.findLastIndex(({ version }) => !versions.includes(version)) + 1;
}

function barOf(stretch: Stretch, last: Stretch | undefined, { x, y }: Place, timeZone: string): StripBar {
  const { version, from, to, by } = stretch;
  const isBack = by.record.data.kind === 'rollback';
  return {
    x: x(from),
    y: y(version) + (ROW - BAR) / 2,
    width: Math.max(THINNEST, rounded(x(to) - x(from))),
    height: BAR,
    tone: stretch === last ? 'accent' : isBack ? 'caution' : 'quiet',
    text: `${version}, ${momentOf(toInstant(from), timeZone).shown}, ${ageText(to - from)}`,
  };
}

function signsOf(
  events: readonly DeploymentEvent[],
  from: number,
  versions: readonly string[],
  { x, y }: Place,
  timeZone: string,
): StripSign[] {
  return events.flatMap(({ record: { data }, began }) => {
    const mark = DEPLOYMENT_MARKS[data.kind][data.outcome];
    const isSign = data.outcome === 'failed' || (data.kind === 'rollback' && data.outcome === 'succeeded');
    if (!isSign || began < from || !versions.includes(data.version)) return [];
    const text = `${data.version}: ${mark.text}, ${momentOf(toInstant(began), timeZone).shown}`;
    const tone = data.outcome === 'failed' ? 'danger' : 'caution';
    return [{ x: x(began) - 6, y: y(data.version) + ROW / 2, text, sign: mark.mark, tone }];
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
