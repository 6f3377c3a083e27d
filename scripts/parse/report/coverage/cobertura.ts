import type { Coverage } from '../../../../src/records/index.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { instantOfMilliseconds, instantOfText, known, oneLine } from '../report-values.ts';
import { visitXml, xmlRoot } from '../xml/xml.ts';
import { CoberturaCollector } from './cobertura-collector.ts';
import { addBranches, addLines, type Reached } from './cobertura-lines.ts';
import { refuseContradiction } from './cobertura-totals.ts';

/**
 * Cobertura XML (cobertura's coverage-04.dtd) as coverage.py, Istanbul, gcovr, gocover-cobertura and coverlet write it.
 * Counted from its lines, each line of a file once, never from its rates.
 */
export const coberturaReader: ReportReader = { format: 'cobertura', recognises, parse };

/** Clover, SonarQube and others begin with an element of the same name. */
function recognises(file: ReportFile): boolean {
  const root = xmlRoot(file);
  if (root?.name !== 'coverage') return false;
  return (
    /\s(?:line-rate|branch-rate|lines-valid)\s*=/.test(root.attributes) || /cobertura/i.test(root.prolog)
  );
}

function parse(file: ReportFile): ParsedReport {
  const read = new CoberturaCollector(file);
  visitXml(file, read);
  const coverage = coverageOf(read);
  refuseContradiction(file, read, coverage.lines);
  const { timestamp, version } = read.root?.attributes ?? {};
  return {
    format: 'cobertura',
    ...known({ ranAt: instantOfTimestamp(timestamp), tool: toolOf(version) }),
    measured: { coverage },
    failures: [],
    doubts: coverage.lines.total === 0 ? ['it names no line that could be covered'] : [],
  };
}

function coverageOf({ files, methods }: CoberturaCollector): Coverage {
  const lines: Reached = { covered: 0, total: 0 };
  const branches: Reached = { covered: 0, total: 0 };
  for (const file of files.values()) {
    addLines(lines, file);
    addBranches(branches, file);
  }
  return {
    lines,
    ...(branches.total > 0 && { branches }),
    ...(methods.total > 0 && { functions: methods }),
  };
}

/** Java, Istanbul and coverage.py write milliseconds since 1970, gcovr and coverlet seconds. */
function instantOfTimestamp(timestamp: string | undefined): string | undefined {
  const number = /^\d+(?:\.\d+)?$/.test(timestamp ?? '') ? Number(timestamp) : undefined;
  if (number === undefined) return instantOfText(timestamp);
  return instantOfMilliseconds(number < 1e11 ? number * 1000 : number);
}

/** "gcovr 7.2"; most tools write a bare number, which is the format's or their own. */
function toolOf(version: string | undefined): string | undefined {
  return version !== undefined && /^[A-Za-z]{3}.*\d/.test(version) ? oneLine(version) : undefined;
}
