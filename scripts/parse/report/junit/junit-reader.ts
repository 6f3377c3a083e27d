import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { known } from '../report-values.ts';
import { testResult } from '../test-result.ts';
import { visitXml, xmlFault, xmlRoot } from '../xml/xml.ts';
import type { Contradiction } from './declared-totals.ts';
import { RunCollector } from './run-collector.ts';
import { runTime } from './run-times.ts';

/**
 * JUnit XML as Ant's `junitreport` began it (no specification; the schema of Jenkins' xUnit plugin is the common
 * ground): what Surefire, pytest, jest-junit, gotestsum, go-junit-report, mocha, GoogleTest, PHPUnit, Playwright and
 * Cypress write.
 */
export const junitReader: ReportReader = { format: 'junit', recognises, parse };

function recognises(file: ReportFile): boolean {
  const root = xmlRoot(file)?.name;
  return root === 'testsuites' || root === 'testsuite';
}

function parse(file: ReportFile): ParsedReport {
  const run = new RunCollector();
  visitXml(file, run);
  if (run.contradiction !== undefined) throw contradicted(file, run.contradiction);
  const { ranAt, doubts } = runTime(run.timestamps);
  const result = testResult(run.cases);
  return {
    format: 'junit',
    ...known({ ranAt, commits: run.commits.size > 0 ? [...run.commits] : undefined }),
    measured: { tests: result.tests, ...(run.flakes > 0 && { figures: { flaky: run.flakes } }) },
    cases: run.cases,
    failures: [...result.failures, ...looseErrors(run.looseErrors)],
    doubts: [...result.doubts, ...doubts, ...unknownWords(run)],
  };
}

function looseErrors(count: number): string[] {
  return count === 0
    ? []
    : [`${count} ${count === 1 ? 'error' : 'errors'} outside of the tests, as in building them`];
}

function unknownWords(run: RunCollector): string[] {
  return [...run.unknownStatuses].map(([word, name]) => `"${word}" of ${name} is no known status`);
}

function contradicted(file: ReportFile, { suite, field, said, counted }: Contradiction) {
  const name = suite.attributes['name'];
  const what = `the ${suite.name}${name === undefined ? '' : ` "${name}"`} says ${field}="${said}", its cases come to ${counted}`;
  return xmlFault(
    file,
    suite,
    what,
    field,
    'Cases or totals were changed or lost. Give the report as the tool wrote it.',
  );
}
