import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { paletteBytes } from '../images/palette.ts';
import { BACKGROUNDS } from '../records/accent.ts';
import { PAPER } from './site-colours.ts';

const TOKENS = readFileSync(path.resolve(import.meta.dirname, '../styles/tokens.css'), 'utf8');

function tokens(name: string): string[] {
  return [...TOKENS.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value = '']) => value);
}

test('browsers are told the paper that the pages have, in both themes', () => {
  expect(tokens('paper')).toEqual([PAPER.light, PAPER.dark]);
});

test('a colour of the site’s own is held against the backgrounds that the pages have, in both themes', () => {
  const leaves = ['paper', 'leaf', 'danger-leaf', 'caution-leaf'].map(tokens);
  expect(leaves.map(([light]) => light)).toEqual(BACKGROUNDS.light);
  expect(leaves.map(([, dark]) => dark)).toEqual(BACKGROUNDS.dark);
});

test.each(['paper', 'faded', 'danger', 'accent', 'ink'])('pictures have the site’s own %s', (name) => {
  const [light = ''] = tokens(name);
  const wanted = [1, 3, 5].map((at) => Number.parseInt(light.slice(at, at + 2), 16)).join();
  const places = Array.from({ length: 16 }, (_, at) =>
    paletteBytes()
      .slice(3 * at, 3 * at + 3)
      .join(),
  );
  expect(places).toContain(wanted);
});
