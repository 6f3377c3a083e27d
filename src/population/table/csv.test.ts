import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../testing/parse-csv.ts';
import { listCell, textCell } from './cells.ts';
import { commentLine, csvCell, csvLine } from './csv.ts';

/** Characters that break tables, and others. */
const HOSTILE = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      ' ',
      '=',
      '+',
      '-',
      '@',
      "'",
      '|',
      ';',
      '\u202e',
      '\u0000',
      '＝',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

describe('a cell', () => {
  test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '\n=1', "'=1", '＝1', '\u00a0-1'])(
    'that a spreadsheet would run is guarded: %j',
    (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
  );

  test.each(['director-461', '#12', 'a=b', '2026-09-10', '0.4'])('of ordinary text is as it is: %j', (text) =>
    expect(csvCell(text)).toBe(text),
  );

  test('has its quotes doubled', () => expect(csvCell('say "no", then')).toBe('"say ""no"", then"'));
});

describe('text', () => {
  test('is one line that reads in its own direction', () => {
    expect(textCell('a\u202eb\nc\u2066\u2028')).toBe('a⟨U+202E⟩b⟨U+000A⟩c⟨U+2066⟩⟨U+2028⟩');
  });

  test('is never empty', () => {
    expect([textCell(''), textCell(null), textCell('  '), textCell(null, 'none')]).toEqual([
      'unproven',
      'unproven',
      'unproven',
      'none',
    ]);
  });

  test('in a list cannot pass for two', () => {
    expect(listCell(['a | b', null, 'c'])).toBe('a ⟨U+007C⟩ b | unproven | c');
    expect([listCell([]), listCell(null)]).toEqual(['none', 'unproven']);
  });
});

test('any cells come back as they were, one leading apostrophe aside, and each row is a line', () => {
  fc.assert(
    fc.property(fc.array(fc.array(HOSTILE, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const cells = rows.map((row) => row.map((text) => textCell(text)));
      const file = cells.map(csvLine).join('');
      expect(parseCsv(file).map((row) => row.map(unguarded))).toEqual(cells);
      expect(file.match(/\n/g)).toHaveLength(rows.length);
    }),
  );
});

test('raw line breaks are quoted, should a cell ever have one', () => {
  expect(parseCsv(csvLine(['a\nb', 'c']))).toEqual([['a\nb', 'c']]);
});

test('a comment is a row of one cell, whatever it says', () => {
  expect(parseCsv(commentLine('seed', 'a, "b"'))).toEqual([['# seed: a, "b"']]);
});
