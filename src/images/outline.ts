/** A drawing command of an outline, as fonts and SVG have them. */
export interface OutlineCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: number[];
}

export interface Point {
  x: number;
  y: number;
}

/** A straight piece of an outline. */
export type Edge = readonly [Point, Point];

/** Straight pieces for one curve: more are not seen at the sizes of a preview. */
const PIECES = 12;

/** An outline as straight edges, each contour closed. */
export function edgesOf(commands: readonly OutlineCommand[]): Edge[] {
  const edges: Edge[] = [];
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const lineTo = (to: Point): void => {
    edges.push([at, to]);
    at = to;
  };
  for (const { command, args } of commands) {
    const points = pointsOf(args);
    if (command === 'moveTo' || command === 'closePath') {
      lineTo(start);
      start = points[0] ?? start;
      at = start;
    } else {
      for (const point of curve([at, ...points])) lineTo(point);
    }
  }
  lineTo(start);
  return edges.filter(([from, to]) => from.y !== to.y);
}

function pointsOf(args: readonly number[]): Point[] {
  return Array.from({ length: args.length / 2 }, (_, at) => ({
    x: args[2 * at] ?? 0,
    y: args[2 * at + 1] ?? 0,
  }));
}

/** Points on a Bézier curve of any degree behind its first one; a straight line has its end only. */
function curve(controls: readonly Point[]): Point[] {
  if (controls.length === 2) return controls.slice(1);
  return Array.from({ length: PIECES }, (_, at) => onCurve(controls, (at + 1) / PIECES));
}

/** De Casteljau's construction. */
function onCurve(controls: readonly Point[], part: number): Point {
  if (controls.length === 1) return controls[0] ?? { x: 0, y: 0 };
  const between = controls.slice(1).map((to, at) => {
    const from = controls[at] ?? to;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
  return onCurve(between, part);
}
