import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsOf } from './ids.ts';
import { packTexts, textsIn } from './texts.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const someNames = fc.uniqueArray(name, { maxLength: 60 });

test('every id has one number, from one reading to the next', () => {
  fc.assert(
    fc.property(someNames, fc.array(name, { maxLength: 60 }), (first, asked) => {
      const ids = idsOf();
      expect(first.map(ids.numberOf)).toEqual([...first.keys()]);
      const read = idsOf({ names: textsIn(packTexts(first)), table: ids.table() });
      expect(first.map(read.numberOf)).toEqual([...first.keys()]);
      const numbers = asked.map(read.numberOf);
      expect(asked.map(read.numberOf)).toEqual(numbers);
      expect(numbers.map(read.idOf)).toEqual(asked);
      expect(read.size).toBe(new Set([...first, ...asked]).size);
      const all = Array.from({ length: read.size }, (_, number) => read.idOf(number));
      const again = idsOf({ names: textsIn(packTexts(all)), table: read.table() });
      expect(all.map(again.numberOf)).toEqual([...all.keys()]);
    }),
  );
});
