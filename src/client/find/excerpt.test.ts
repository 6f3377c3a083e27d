import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

const word = fc.stringMatching(/^[a-z]{1,5}$/);

test('whatever is shown is marked where it matches, and only there', () => {
  const said = fc.array(word, { maxLength: 120 });
  const names = fc.array(word, { maxLength: 5 });
  fc.assert(
    fc.property(said, names, fc.array(fc.nat(130)), (words, named, places) => {
      const all = [...words, '¶', ...named];
      const locations = places.filter((place) => place < all.length && all[place] !== '¶');
      const { runs, names: shown } = excerptOf(all.join(' '), locations);
      const texts = runs.filter(({ text }) => text !== '…');
      const matching = texts.filter(({ matches }) => matches).flatMap(({ text }) => text.split(' '));
      const first = Math.min(...locations.filter((place) => place < words.length));
      if (Number.isFinite(first)) expect(matching).toContain(words[first]);
      else expect(matching).toEqual([]);
      const line = texts.map(({ text }) => text).join(' ');
      expect(` ${words.join(' ')} `).toContain(` ${line} `.replace(/^ {2}$/, ' '));
      expect(line.split(' ').length).toBeLessThanOrEqual(48);
      expect(new Set(shown)).toEqual(
        new Set(locations.filter((place) => place > words.length).map((place) => all[place])),
      );
    }),
  );
});

test('a match far on is shown with words before it', () => {
  const content = `${Array.from({ length: 90 }, (_, place) => `w${place}`).join(' ')} ¶ x-1`;
  const { runs } = excerptOf(content, [60]);
  expect(runs[0]?.text).toBe('…');
  expect(runs[1]?.text.startsWith('w42')).toBe(true);
  expect(runs.find(({ matches }) => matches)?.text).toBe('w60');
});
