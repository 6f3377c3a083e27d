import type { Edge } from './outline.ts';

/** How much of each pixel a shape covers, row by row. */
export interface Coverage {
  width: number;
  height: number;
  /** 0 for none, 255 for all of it. */
  bytes: Uint8Array;
}

/**
 * Measures exactly how much of each pixel a shape covers: every edge adds what it covers to its right, and the sum
 * along a row is the coverage. What sticks out of the area is cut off.
 */
export function coverageOf(edges: readonly Edge[], width: number, height: number): Coverage {
  const bytes = new Uint8Array(width * height);
  const steps = Array.from({ length: height }, () => new Float64Array(width));
  for (const edge of edges) addEdge(steps, edge);
  for (const [row, changes] of steps.entries()) {
    let sum = 0;
    for (const [column, change] of changes.entries()) {
      sum += change;
      bytes[row * width + column] = Math.round(255 * Math.min(1, Math.abs(sum)));
    }
  }
  return { width, height, bytes };
}

/** Cuts an edge into one piece for each row that it crosses. */
function addEdge(steps: readonly Float64Array[], [one, other]: Edge): void {
  const [top, bottom] = one.y < other.y ? [one, other] : [other, one];
  const direction = one.y < other.y ? 1 : -1;
  const slope = (bottom.x - top.x) / (bottom.y - top.y);
  const last = Math.min(steps.length, Math.ceil(bottom.y));
  for (let row = Math.max(0, Math.floor(top.y)); row < last; row += 1) {
    const [from, to] = [Math.max(row, top.y), Math.min(row + 1, bottom.y)];
    const ends = [top.x + (from - top.y) * slope, top.x + (to - top.y) * slope] as const;
    addPiece(steps[row] ?? new Float64Array(), ends, direction * (to - from));
  }
}

/** The second difference of the area left of `x` that lies right of the piece is what changes at each column. */
function addPiece(changes: Float64Array, ends: readonly [number, number], weight: number): void {
  const [left, right] = [Math.min(...ends), Math.max(...ends)];
  const areaUpTo = (x: number): number => {
    if (x <= left) return 0;
    return x < right ? (x - left) ** 2 / (2 * (right - left)) : x - (left + right) / 2;
  };
  for (let column = Math.floor(left); column <= Math.ceil(right); column += 1) {
    const change = areaUpTo(column + 1) - 2 * areaUpTo(column) + areaUpTo(column - 1);
    const at = Math.max(0, column);
    if (at < changes.length) changes[at] = (changes[at] ?? 0) + weight * change;
  }
}
