import type { JsonReport } from '../json/json.ts';
import type { ParsedReport, ReportFile, ReportReader, TestCase } from '../parsed-report.ts';
import { commitsOf, digestOf, oneLine } from '../report-values.ts';
import { testResult } from '../test-result.ts';
import { beginningOfStatement, readStatement, type Statement, TEST_RESULT } from './in-toto-statement.ts';

/**
 * Test results as in-toto statements (https://in-toto.io/attestation/test-result/v0.1), plain, in a DSSE envelope or in
 * a Sigstore bundle. What was tested is the statement's subject; when is not said.
 */
export const inTotoTestResultReader: ReportReader = { format: 'in-toto-test-result', recognises, parse };

function recognises(file: ReportFile): boolean {
  return /^\s*\{/.test(beginningOfStatement(file)) && namesPredicate(beginningOfStatement(file));
}

function namesPredicate(text: string): boolean {
  const said = /"predicateType"\s*:\s*"([^"]*)"/.exec(text)?.[1]?.replaceAll('\\', '');
  return said === TEST_RESULT;
}

function parse(file: ReportFile): ParsedReport {
  const statement = readStatement(file);
  refuseContradictions(statement);
  const { predicate, subject } = statement.data;
  const cases = casesOf(predicate);
  const { tests, failures } = testResult(cases);
  const digests = subject
    .map(({ digest }) => digestOf(digest['sha256']))
    .filter((digest) => digest !== undefined);
  const commits = commitsOf(subject.flatMap(({ digest }) => [digest['gitCommit'], digest['sha1']]));
  return {
    format: 'in-toto-test-result',
    ...(commits.length > 0 && { commits }),
    ...(digests.length > 0 && { digests: [...new Set(digests)] }),
    measured: { tests },
    cases,
    failures: predicate.result === 'FAILED' && failures.length === 0 ? [FAILED] : failures,
    doubts: doubtsOf(predicate, cases.length),
  };
}

const FAILED = 'its result is FAILED, and it names no test that failed';

/** A warning is a pass to one reader and none to the other, and a result without a test proves nothing. */
function doubtsOf({ result, warnedTests }: Statement['predicate'], cases: number): string[] {
  const named = warnedTests.length === 0 ? '' : `: ${warnedTests.slice(0, 5).map(oneLine).join('; ')}`;
  const warned = result === 'WARNED' ? [`its result is WARNED${named}`] : [];
  return cases === 0 ? ['it names no test', ...warned] : warned;
}

/** A test that gave a warning passed (specification, "Model"). */
function casesOf({ passedTests, warnedTests, failedTests }: Statement['predicate']): TestCase[] {
  const cases = (names: readonly string[], outcome: TestCase['outcome']) =>
    names.map((name) => ({ name: oneLine(name), outcome }));
  return [...cases(passedTests, 'passed'), ...cases(warnedTests, 'passed'), ...cases(failedTests, 'failed')];
}

function refuseContradictions({ data: { predicate }, fault }: JsonReport<Statement>): void {
  const { result, passedTests, warnedTests, failedTests } = predicate;
  if (result !== 'FAILED' && failedTests.length > 0) {
    const what = `the result is ${result}, and a test failed: "${failedTests[0]}"`;
    throw fault(what, ['predicate', 'result']);
  }
  const good = new Set([...passedTests, ...warnedTests]);
  const both = failedTests.findIndex((name) => good.has(name));
  if (both >= 0) throw fault(`"${failedTests[both]}" passed and failed`, ['predicate', 'failedTests', both]);
}
