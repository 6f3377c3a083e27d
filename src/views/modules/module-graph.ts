import { deploymentOrder } from '../../history/deployments/deploy-graph.ts';
import type { Policy } from '../../records/index.ts';
import { MODULES } from '../module-texts.ts';
import { type LayerArrow, type LayerItem, layersOf } from './layers.ts';

/** A module in its drawing. */
export interface ModuleBox {
  module: string;
  /** What runs of it; null where that is not shown. */
  detail: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The modules of a product, drawn: columns in the order of deployment, arrows from what is needed to what needs it. */
export interface ModuleGraph {
  width: number;
  height: number;
  /** Names of the columns, where each begins. */
  steps: { x: number; text: string }[];
  boxes: ModuleBox[];
  /** Paths. */
  arrows: string[];
}

/** Room for a letter: names may never be wider than their boxes. */
const LETTER = 8.8;
const BOX = { padding: 16, least: 120, line: 30, lines: 50, gap: 18 };
const PASSAGE = 10;
/** Between columns, for arrows. */
const ALLEY = 72;
const EDGE = 2;
const HEAD = 34;

/** Draws the modules of a policy; null where no module needs another. `details` says what runs of each. */
export function moduleGraph(policy: Policy, details: ReadonlyMap<string, string>): ModuleGraph | null {
  const waves = deploymentOrder(policy);
  if (waves.length < 2) return null;
  const { columns, arrows } = layersOf(waves, (module) => needsOf(module, policy));
  const places = placed(columns, details);
  const boxes = columns.flat().flatMap((item) => boxOf(item, places, details));
  const starts = columns.map(([first]) => (first === undefined ? EDGE : placeOf(first, places).x));
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + EDGE,
    height: Math.max(...[...places.values()].map(({ y, height }) => y + height)) + EDGE,
    steps: starts.map((x, index) => ({ x, text: MODULES.step(index + 1) })),
    boxes,
    arrows: arrows.map((arrow) => pathOf(arrow, places)),
  };
}

/** What a module needs, whatever its version, each once. */
export function needsOf(module: string, { modules }: Policy): string[] {
  const dependencies = modules.find(({ id }) => id === module)?.dependsOn ?? [];
  return [...new Set(dependencies.map((dependency) => dependency.module))];
}

type Place = Pick<ModuleBox, 'x' | 'y' | 'width' | 'height'>;
type Places = ReadonlyMap<LayerItem, Place>;

/** Columns side by side, each in the middle of the highest. */
function placed(columns: readonly LayerItem[][], details: ReadonlyMap<string, string>): Places {
  const height = (item: LayerItem): number =>
    item.module === null ? PASSAGE : details.has(item.module) ? BOX.lines : BOX.line;
  const total = (column: readonly LayerItem[]): number =>
    column.reduce((sum, item) => sum + height(item) + BOX.gap, -BOX.gap);
  const highest = Math.max(...columns.map(total));
  const places = new Map<LayerItem, Place>();
  let x = EDGE;
  for (const column of columns) {
    const width = Math.max(...column.map((item) => widthOf(item, details)));
    let y = HEAD + (highest - total(column)) / 2;
    for (const item of column) {
      places.set(item, { x, y, width, height: height(item) });
      y += height(item) + BOX.gap;
    }
    x += width + ALLEY;
  }
  return places;
}

function widthOf({ module }: LayerItem, details: ReadonlyMap<string, string>): number {
  if (module === null) return 0;
  const longest = Math.max(module.length, details.get(module)?.length ?? 0);
  return Math.max(BOX.least, Math.ceil(longest * LETTER) + 2 * BOX.padding);
}

function boxOf(item: LayerItem, places: Places, details: ReadonlyMap<string, string>): ModuleBox[] {
  const { module } = item;
  return module === null ? [] : [{ module, detail: details.get(module) ?? null, ...placeOf(item, places) }];
}

/** From the right side of what is needed, straight through passages, to the left side of what needs it. */
function pathOf({ way }: LayerArrow, places: Places): string {
  return way.slice(1).reduce((path, item, index) => {
    const [from, to] = [placeOf(way[index] ?? item, places), placeOf(item, places)];
    const [start, end] = [from.x + from.width, to.x];
    const [y, toY] = [middleOf(from), middleOf(to)];
    const half = (start + end) / 2;
    const through = index === 0 ? `M${start} ${y}` : `H${start}`;
    return `${path}${through}C${half} ${y} ${half} ${toY} ${end} ${toY}`;
  }, '');
}

function middleOf({ y, height }: Place): number {
  return y + height / 2;
}

function placeOf(item: LayerItem, places: Places): Place {
  const place = places.get(item);
  if (place === undefined) throw new Error('an item without a place');
  return place;
}
