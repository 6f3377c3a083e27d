import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { coberturaReader } from './cobertura.ts';

const read = (text: string) => coberturaReader.parse(fileOf(text, 'coverage.xml'));
const lines = (...hits: number[]) =>
  `<lines>${hits.map((hit, index) => `<line number="${index + 1}" hits="${hit}"/>`).join('')}</lines>`;
const classOf = (content: string, file = 'a.py') => `<class name="a" filename="${file}">${content}</class>`;
const report = (attributes: string, ...classes: string[]) =>
  `<coverage ${attributes}>\n<packages><package><classes>${classes.join('')}</classes></package></packages></coverage>`;

const WHOLE = `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
<coverage version="gcovr 7.2" timestamp="1770114600" lines-valid="3" lines-covered="2" line-rate="0.6667" branch-rate="0.5">
  <sources><source>.</source></sources>
  <packages><package name="src"><classes>
    <class name="cart" filename="src/cart.cc" line-rate="0.6667">
      <methods><method name="add()" signature="" line-rate="1"><lines><line number="1" hits="4"/></lines></method></methods>
      <lines>
        <line number="1" hits="4" branch="false"/>
        <line number="2" hits="4" branch="true" condition-coverage="50% (1/2)"><conditions/></line>
        <line number="3" hits="0"/>
      </lines>
    </class>
  </classes></package></packages>
</coverage>`;

test('lines, branches and functions are counted from the lines', () => {
  expect(read(WHOLE)).toEqual({
    format: 'cobertura',
    tool: 'gcovr 7.2',
    ranAt: '2026-02-03T10:30:00+00:00',
    measured: {
      coverage: {
        lines: { covered: 2, total: 3 },
        branches: { covered: 1, total: 2 },
        functions: { covered: 1, total: 1 },
      },
    },
    failures: [],
    doubts: [],
  });
});

test('a report that is cut off anywhere is refused', () => {
  expectEveryCutRefused(coberturaReader, fileOf(WHOLE));
});

test('a line of a file counts once, whichever classes tell of it', () => {
  const nested = report('line-rate="1"', classOf(lines(1, 0)), classOf(lines(0, 1)));
  expect(read(nested).measured.coverage?.lines).toEqual({ covered: 2, total: 2 });
  const branches = (taken: string) =>
    classOf(`<lines><line number="1" hits="1" condition-coverage="(${taken})"/></lines>`);
  const twice = report('line-rate="1"', branches('1/2'), branches('2/4'));
  expect(read(twice).measured.coverage?.branches).toEqual({ covered: 2, total: 4 });
});

test('lines of methods count where the class has none of its own', () => {
  const method = `<methods><method name="m">${lines(1, 0)}</method></methods>`;
  expect(read(report('line-rate="0.5"', classOf(method))).measured.coverage?.lines.total).toBe(2);
  const istanbul = classOf(`<methods><method name="m" hits="1">${lines(1)}</method></methods>${lines(0, 0)}`);
  expect(read(report('line-rate="0"', istanbul)).measured.coverage?.lines).toEqual({ covered: 0, total: 2 });
});

test('totals that no way of counting explains are errors', () => {
  const fault = (attributes: string) => faultOf(() => read(report(attributes, classOf(lines(1, 1, 0)))));
  expect(fault('lines-valid="4"').describe()).toContain(
    'coverage.xml:1: lines-valid: the report says lines-valid="4", its lines come to 3',
  );
  expect(fault('lines-covered="3"').place?.field).toBe('lines-covered');
  expect(fault('line-rate="0.9"').message).toBe('the report says line-rate="0.9", its lines come to 0.6667');
  expect(fault('line-rate="0.68"').place?.field).toBe('line-rate');
  expect(fault('line-rate="0.6670"').place?.field).toBe('line-rate');
});

test.each(['0.6667', '0.6666', '0.667', '0.67', '0.66', '0.66670000000000001', '0,6667', 'NaN', ''])(
  'a rate of 2/3 may be written as %s',
  (rate) => {
    expect(read(report(`line-rate="${rate}"`, classOf(lines(1, 1, 0)))).measured.coverage?.lines.total).toBe(
      3,
    );
  },
);

test('totals may count lines once for each class, or those of methods', () => {
  const twice = [classOf(lines(1, 0)), classOf(lines(1, 0))];
  expect(read(report('lines-valid="4" lines-covered="2"', ...twice)).measured.coverage?.lines.total).toBe(2);
  const method = `<methods><method name="m">${lines(1)}</method><method name="n">${lines(1, 0)}</method></methods>`;
  const text = report('lines-valid="3" lines-covered="2"', classOf(`${method}${lines(1, 0)}`));
  expect(read(text).measured.coverage?.lines.total).toBe(2);
});

test('lines that are no lines are refused', () => {
  const fault = (line: string) =>
    faultOf(() => read(report('line-rate="1"', classOf(`<lines>\n${line}</lines>`))));
  expect(fault('<line number="1"/>').place).toEqual({ file: 'coverage.xml', line: 3, field: 'hits' });
  expect(fault('<line number="x" hits="1"/>').place?.field).toBe('number');
  expect(fault('<line number="1" hits="-1"/>').place?.field).toBe('hits');
  expect(fault('<line number="1" hits="1" condition-coverage="150% (3/2)"/>').place?.field).toBe(
    'condition-coverage',
  );
});

test('times in seconds and milliseconds; a report without lines is a doubt', () => {
  const at = (timestamp: string) => read(report(`line-rate="1" timestamp="${timestamp}"`)).ranAt;
  expect(at('1770114600')).toBe('2026-02-03T10:30:00+00:00');
  expect(at('1770114600123')).toBe('2026-02-03T10:30:00+00:00');
  expect(at('0')).toBeUndefined();
  expect(read(report('line-rate="0"')).doubts).toEqual(['it names no line that could be covered']);
});

test('others whose root has the same name are not taken for it', () => {
  for (const text of [
    '<coverage generated="1" clover="4.5"><project/></coverage>',
    '<coverage version="1"><file path="a"/></coverage>',
    '<CoverageSession/>',
    '<report name="jacoco"/>',
  ])
    expect(coberturaReader.recognises(fileOf(text))).toBe(false);
  expect(coberturaReader.recognises(fileOf(WHOLE))).toBe(true);
});
