import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKGROUNDS, contrast, nearestAccent, TEXT_CONTRAST, THEMES, worstContrast } from './accent.ts';

const colours = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('contrast is as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#1f4b8e', '#1f4b8e')).toBe(1);
});

test('contrast is the same both ways', () => {
  fc.assert(fc.property(colours, colours, (one, other) => contrast(one, other) === contrast(other, one)));
});

test('the worst background counts', () => {
  expect(worstContrast('#ff7a00', 'light')).toMatchObject({ background: '#fbebe7' });
  expect(worstContrast('#ff7a00', 'light').ratio).toBeLessThan(3);
  for (const theme of THEMES)
    for (const background of BACKGROUNDS[theme])
      expect(worstContrast(background, theme).ratio).toBeLessThan(1.3);
});

describe.each(THEMES)('the nearest colour on %s pages', (theme) => {
  test('always has enough contrast', () => {
    fc.assert(
      fc.property(
        colours,
        (colour) => worstContrast(nearestAccent(colour, theme), theme).ratio >= TEXT_CONTRAST,
      ),
    );
  });

  test('is the colour itself where it has', () => {
    fc.assert(
      fc.property(
        colours,
        (colour) =>
          worstContrast(colour, theme).ratio < TEXT_CONTRAST || nearestAccent(colour, theme) === colour,
      ),
    );
  });

  test('is no further away than it must be', () => {
    const near = nearestAccent('#ff7a00', theme);
    if (theme === 'dark') expect(near).toBe('#ff7a00');
    else expect(worstContrast(near, theme).ratio).toBeLessThan(TEXT_CONTRAST + 0.1);
  });
});
