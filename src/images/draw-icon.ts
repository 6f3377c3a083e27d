import { blankCanvas, type Canvas, stamp } from './canvas.ts';
import { coverageOf } from './coverage.ts';
import { edgesOf, type OutlineCommand } from './outline.ts';

/** The sign's own measure, as in public/favicon.svg. */
const MEASURE = 32;

/** Draws the site's sign, a logbook, on a leaf of paper. Sizes are in pixels. */
export function drawIcon(size: number): Canvas {
  const canvas = blankCanvas(size, size);
  const scale = size / MEASURE;
  const edges = edgesOf(signOutline()).map(([from, to]) => [scaled(from, scale), scaled(to, scale)] as const);
  stamp(canvas, coverageOf(edges, size, size), { left: 0, top: 0 }, 'accent');
  return canvas;
}

function scaled({ x, y }: { x: number; y: number }, scale: number): { x: number; y: number } {
  return { x: x * scale, y: y * scale };
}

/** The cover's border, its margin line, and three lines of writing. */
function signOutline(): OutlineCommand[] {
  return [
    ...box({ left: 3, top: 1.5, right: 29, bottom: 30.5, round: 3.5 }),
    ...box({ left: 27, top: 3.5, right: 5, bottom: 28.5, round: 1.5 }),
    ...box({ left: 10, top: 3.5, right: 12, bottom: 28.5, round: 0 }),
    ...[9, 15].flatMap((top) => box({ left: 14, top, right: 25, bottom: top + 2, round: 1 })),
    ...box({ left: 14, top: 21, right: 22, bottom: 23, round: 1 }),
  ];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  round: number;
}

/** A rectangle with round corners; one that is drawn from right to left cuts a hole. */
function box({ left, top, right, bottom, round }: Box): OutlineCommand[] {
  const across = left < right ? round : -round;
  return [
    { command: 'moveTo', args: [left + across, top] },
    { command: 'lineTo', args: [right - across, top] },
    { command: 'quadraticCurveTo', args: [right, top, right, top + round] },
    { command: 'lineTo', args: [right, bottom - round] },
    { command: 'quadraticCurveTo', args: [right, bottom, right - across, bottom] },
    { command: 'lineTo', args: [left + across, bottom] },
    { command: 'quadraticCurveTo', args: [left, bottom, left, bottom - round] },
    { command: 'lineTo', args: [left, top + round] },
    { command: 'quadraticCurveTo', args: [left, top, left + across, top] },
    { command: 'closePath', args: [] },
  ];
}
