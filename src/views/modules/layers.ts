/** Something in a column: a module, or the place at which an arrow between further columns passes. */
export interface LayerItem {
  /** The module; null for an arrow's passage. */
  module: string | null;
  /** Items of the column before that lead to it. */
  from: LayerItem[];
}

/** An arrow from what is needed to what needs it, with its passages through the columns between. */
export interface LayerArrow {
  way: LayerItem[];
}

/** Modules in columns, with arrows that go from one column to the next only. */
export interface Layers {
  columns: LayerItem[][];
  arrows: LayerArrow[];
}

/**
 * Puts modules into columns, one for each wave of the deployment order, so that few arrows cross. `needs` gives what
 * a module needs; all of it stands in columns before its own.
 */
export function layersOf(waves: readonly string[][], needs: (module: string) => readonly string[]): Layers {
  const columns = waves.map((wave) => wave.map((module): LayerItem => ({ module, from: [] })));
  const arrows = columns.flatMap((column, place) =>
    column.flatMap((item) =>
      needs(item.module ?? '').flatMap((need) => arrowTo(item, place, need, columns) ?? []),
    ),
  );
  return { columns: columns.reduce(inOrder, []), arrows };
}

/** The arrow to an item from what it needs, which adds its passages; null where that stands in no column before it. */
function arrowTo(end: LayerItem, place: number, need: string, columns: LayerItem[][]): LayerArrow | null {
  const from = columns.findIndex((column) => column.some(({ module }) => module === need));
  const start = columns[from]?.find(({ module }) => module === need);
  if (start === undefined || from >= place) return null;
  const way = columns.slice(from + 1, place).reduce(passing, [start]);
  end.from.push(way.at(-1) ?? start);
  return { way: [...way, end] };
}

function passing(way: LayerItem[], column: LayerItem[]): LayerItem[] {
  const passage: LayerItem = { module: null, from: way.slice(-1) };
  column.push(passage);
  return [...way, passage];
}

/** Sets each item of a column as high as what leads to it stands on average. */
function inOrder(sorted: LayerItem[][], column: LayerItem[]): LayerItem[][] {
  const before = sorted.at(-1);
  if (before === undefined) return [column];
  const height = ({ from }: LayerItem): number =>
    from.reduce((sum, other) => sum + before.indexOf(other), 0) / Math.max(1, from.length);
  return [...sorted, column.toSorted((a, b) => height(a) - height(b))];
}
