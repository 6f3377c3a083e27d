import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { edgesOf, type OutlineCommand, type Point } from './outline.ts';

const WIDTH = 20;
const HEIGHT = 16;

function polygon(points: readonly Point[]): OutlineCommand[] {
  return points.map(({ x, y }, at) => ({ command: at === 0 ? 'moveTo' : 'lineTo', args: [x, y] }));
}

function drawn(commands: readonly OutlineCommand[]): number[][] {
  const { bytes } = coverageOf(edgesOf(commands), WIDTH, HEIGHT);
  return Array.from({ length: HEIGHT }, (_, row) => [...bytes.slice(row * WIDTH, (row + 1) * WIDTH)]);
}

function sum(rows: readonly number[][]): number {
  return rows.flat().reduce((all, one) => all + one, 0) / 255;
}

const point = fc.record({
  x: fc.double({ min: 1, max: WIDTH - 1, noNaN: true }),
  y: fc.double({ min: 1, max: HEIGHT - 1, noNaN: true }),
});

test('a triangle covers as much as its area says', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      const area = Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
      expect(Math.abs(sum(drawn(polygon([a, b, c]))) - area)).toBeLessThan(1);
    }),
  );
});

test('a square on half pixels covers its border by half and its corners by a quarter', () => {
  const square = [
    { x: 2.5, y: 3.5 },
    { x: 5.5, y: 3.5 },
    { x: 5.5, y: 6.5 },
    { x: 2.5, y: 6.5 },
  ];
  const rows = drawn(polygon(square));
  expect(rows[3]?.slice(1, 7)).toEqual([0, 64, 128, 128, 64, 0]);
  expect(rows[4]?.slice(1, 7)).toEqual([0, 128, 255, 255, 128, 0]);
  expect(rows[7]).toEqual(new Array(WIDTH).fill(0));
});

test('a contour that runs the other way round cuts a hole', () => {
  const outer = [
    { x: 1, y: 1 },
    { x: 9, y: 1 },
    { x: 9, y: 9 },
    { x: 1, y: 9 },
  ];
  const hole = [
    { x: 3, y: 3 },
    { x: 3, y: 5 },
    { x: 5, y: 5 },
    { x: 5, y: 3 },
  ];
  expect(sum(drawn([...polygon(outer), ...polygon(hole)]))).toBe(60);
});

test('a circle of curves covers as much as a circle', () => {
  const circle: OutlineCommand[] = [
    { command: 'moveTo', args: [13, 8] },
    { command: 'bezierCurveTo', args: [13, 10.76, 10.76, 13, 8, 13] },
    { command: 'bezierCurveTo', args: [5.24, 13, 3, 10.76, 3, 8] },
    { command: 'bezierCurveTo', args: [3, 5.24, 5.24, 3, 8, 3] },
    { command: 'bezierCurveTo', args: [10.76, 3, 13, 5.24, 13, 8] },
    { command: 'closePath', args: [] },
  ];
  expect(sum(drawn(circle))).toBeCloseTo(Math.PI * 25, 0);
});

test('what sticks out at any side is cut off, and the rest stays', () => {
  const wide = [
    { x: -5, y: -5 },
    { x: 40, y: -5 },
    { x: 40, y: 40 },
    { x: -5, y: 40 },
  ];
  expect(sum(drawn(polygon(wide)))).toBe(WIDTH * HEIGHT);
});
