import { milliseconds } from './moments.ts';
import type { ReportText } from './report-file.ts';

/** What tests reached of one source file: the first `covered` of its `total` lines. */
export interface FileCoverage {
  path: string;
  covered: number;
  total: number;
}

/** An LCOV tracefile (geninfo(1)). */
export function lcov(files: readonly FileCoverage[]): ReportText {
  const records = files.map(({ path, covered, total }) => {
    const lines = range(total).map((line) => `DA:${line},${line <= covered ? 1 : 0}`);
    return ['TN:', `SF:${path}`, ...lines, `LF:${total}`, `LH:${covered}`, 'end_of_record', ''].join('\n');
  });
  return { name: 'lcov.info', text: records.join('') };
}

/** Cobertura XML as Istanbul writes it. */
export function cobertura(files: readonly FileCoverage[], at: string): ReportText {
  const [covered, total] = [sum(files.map((file) => file.covered)), sum(files.map((file) => file.total))];
  const rate = (covered / total).toFixed(4);
  const text = [
    '<?xml version="1.0" ?>',
    '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">',
    `<coverage lines-valid="${total}" lines-covered="${covered}" line-rate="${rate}" timestamp="${milliseconds(at)}" version="0.1">`,
    ' <packages><package name="src"><classes>',
    ...files.map(classOf),
    ' </classes></package></packages>',
    '</coverage>',
    '',
  ].join('\n');
  return { name: 'cobertura-coverage.xml', text };
}

function classOf({ path, covered, total }: FileCoverage): string {
  const lines = range(total).map((line) => `<line number="${line}" hits="${line <= covered ? 1 : 0}"/>`);
  return `  <class name="${path}" filename="${path}"><methods/><lines>${lines.join('')}</lines></class>`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
