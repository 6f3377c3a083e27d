import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { lcovReader } from './lcov.ts';

const read = (text: string) => lcovReader.parse(fileOf(text, 'lcov.info'));
const linesOf = (text: string) => read(text).measured.coverage?.lines;
const record = (...rows: string[]) => ['SF:src/a.ts', ...rows, 'end_of_record'].join('\n');

const WHOLE = `TN:unit
SF:src/cart.ts
FN:1,3,add(int,int)
FN:5,add(int,char)
FNF:2
FNDA:4,add(int,int)
FNDA:0,add(int,char)
FNH:1
BRDA:2,0,0,4
BRDA:2,0,1,-
BRDA:2,e1,a, b,1
BRF:3
BRH:2
DA:1,4
DA:2,4,1B2M2Y8AsgTpgAmY7PhCfg
DA:5,0
LH:2
LF:3
end_of_record`;

test('lines, branches and functions are counted from their rows', () => {
  expect(read(WHOLE)).toEqual({
    format: 'lcov',
    measured: {
      coverage: {
        lines: { covered: 2, total: 3 },
        branches: { covered: 2, total: 3 },
        functions: { covered: 1, total: 2 },
      },
    },
    failures: [],
    doubts: [],
  });
  expect(read(WHOLE.replaceAll('\n', '\r\n'))).toEqual(read(WHOLE));
});

test('a tracefile that is cut off anywhere is refused', () => {
  expectEveryCutRefused(lcovReader, fileOf(WHOLE));
});

test('what several records tell of one file is joined', () => {
  const both = `${record('DA:1,1', 'DA:2,0')}\nTN:other\n${record('DA:2,3', 'DA:3,0')}\n`;
  expect(linesOf(both)).toEqual({ covered: 2, total: 3 });
});

test('records that are cut apart are whole tracefiles, all else is refused', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(3)), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), fc.nat(), (records, at) => {
      const parts = records.map((part) => `${record(...part.map(([line, hits]) => `DA:${line},${hits}`))}\n`);
      const text = parts.join('');
      const cut = text.slice(0, at % text.length);
      const hit = new Map<number, boolean>();
      for (const [line, hits] of records.flat()) hit.set(line, hit.get(line) === true || hits > 0);
      expect(linesOf(text)).toEqual({
        covered: [...hit.values()].filter(Boolean).length,
        total: hit.size,
      });
      if (!/(?:^|end_of_record\n?)$/.test(cut) || cut === '') faultOf(() => read(cut));
      else expect(cut.trim().split('end_of_record').length - 1).toBeGreaterThan(0);
    }),
  );
});

test('totals that the rows contradict are errors', () => {
  const fault = (...rows: string[]) => faultOf(() => read(record(...rows)));
  expect(fault('DA:1,1', 'DA:2,0', 'LF:2', 'LH:2').describe()).toContain(
    'lcov.info:5: LH: the record of src/a.ts says LH:2, its lines come to 1',
  );
  expect(fault('DA:1,1', 'LF:2').place?.field).toBe('LF');
  expect(fault('LF:1').place?.line).toBe(2);
  expect(fault('DA:1,1', 'BRDA:1,0,0,1', 'BRF:2').place?.field).toBe('BRF');
  expect(fault('DA:1,1', 'BRDA:1,0,0,-', 'BRH:1').place?.field).toBe('BRH');
});

test('totals may count rows where a line stands twice; those of gcovr count more', () => {
  expect(linesOf(record('DA:1,1', 'DA:1,0', 'LF:2', 'LH:1'))).toEqual({ covered: 1, total: 1 });
  expect(linesOf(`TN:GCOVR_report\n${record('DA:1,1', 'LF:7', 'LH:5')}`)).toEqual({ covered: 1, total: 1 });
});

test('what is no number, and what stands where it must not, is refused with its line', () => {
  for (const [text, line] of [
    [record('DA:1,====='), 2],
    [record('DA:1,-3'), 2],
    [record('DA:1'), 2],
    [record('DA:x,1'), 2],
    [record('DA:999999999,1'), 2],
    [record('BRDA:1,0,1'), 2],
    [record('FNDA:x,f'), 2],
    [record('DA:1,1', '<<<<<<< HEAD'), 3],
    [record('LF:many'), 2],
    [`DA:1,1\n${record()}`, 1],
    [`SF:b.ts\nDA:1,1\n${record()}`, 1],
    [`${record()}\nend_of_record`, 3],
  ] as const)
    expect(faultOf(() => read(text)).place).toMatchObject({ file: 'lcov.info', line });
});

test('large numbers, unknown rows and comments may stand', () => {
  const text = record(
    '# by hand',
    'VER:1',
    'DA:1,1.5e+09',
    'DA:2,18446744073709551615',
    'MCDC:1,2,t,1,0,a',
    '',
  );
  expect(linesOf(text)).toEqual({ covered: 2, total: 2 });
});

test('lcov 2.2: a function counts once, however many names it has', () => {
  const text = record(
    'FNL:0,1,7',
    'FNA:0,0,f<int>',
    'FNA:0,2,f<char>',
    'FNL:1,9',
    'FNA:1,0,g',
    'FNF:2',
    'FNH:1',
  );
  expect(read(text).measured.coverage?.functions).toEqual({ covered: 1, total: 2 });
});

test('a branch that cannot be reached does not count', () => {
  const text = record('DA:1,1', 'BRDA:1,0,0,1', 'BRDA:1,U0,1,-', 'BRF:1', 'BRH:1');
  expect(read(text).measured.coverage?.branches).toEqual({ covered: 1, total: 1 });
});

test('a tracefile without lines is a doubt', () => {
  expect(read(record()).doubts).toEqual(['it names no line that could be covered']);
});

test('it is told by its first lines', () => {
  for (const text of ['TN:\nSF:a\n', '# made by hand\nSF:a\n', 'TN:a\n\n#\nTN:b\r\nSF:a\r\n', '\uFEFFSF:a\n'])
    expect(lcovReader.recognises(fileOf(text))).toBe(true);
  for (const text of ['', 'TN:', 'text\nSF:a', '{"SF:": 1}', '<a>SF:a</a>', 'TNT:\nSF:a'])
    expect(lcovReader.recognises(fileOf(text))).toBe(false);
});
