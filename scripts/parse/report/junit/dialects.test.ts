import { expect, test } from 'vitest';
import { faultOf } from '../report-fixture.ts';
import { outcomes, read } from './junit-fixture.ts';

test('totals that no case explains are errors', () => {
  const fault = (attributes: string, cases: string) =>
    faultOf(() => read(`<testsuites>\n<testsuite name="a" ${attributes}>${cases}</testsuite></testsuites>`));
  const good = '<testcase name="1"/><testcase name="2"/>';
  const bad = '<testcase name="1"><failure/></testcase>';
  expect(fault('tests="3"', good).describe()).toContain(
    'junit.xml:2: tests: the testsuite "a" says tests="3", its cases come to 2',
  );
  expect(fault('tests="2" failures="1"', good).place?.field).toBe('failures');
  expect(fault('tests="1" failures="0"', bad).place?.field).toBe('failures');
  expect(fault('tests="2" errors="1"', good).place?.field).toBe('errors');
  expect(fault('skipped="1"', good).place?.field).toBe('skipped');
  expect(fault('tests="two"', good).place?.field).toBe('tests');
  expect(
    faultOf(() => read('<testsuites tests="2"><testsuite><testcase name="1"/></testsuite></testsuites>'))
      .place?.line,
  ).toBe(1);
});

test('totals may count nested suites in or not', () => {
  const inner = '<testsuite name="b" tests="1"><testcase name="2"/></testsuite>';
  expect(outcomes(`<testsuite name="a" tests="1"><testcase name="1"/>${inner}</testsuite>`)).toEqual([
    'a › 1 passed',
    'a › b › 2 passed',
  ]);
  expect(outcomes(`<testsuite name="a" tests="2"><testcase name="1"/>${inner}</testsuite>`)).toHaveLength(2);
});

test('Surefire: flaky cases passed, and totals may count every run', () => {
  const suite = (attributes: string) => `<testsuite name="F" ${attributes}>
    <testcase name="a" classname="F"><flakyFailure/><flakyError/></testcase>
    <testcase name="b" classname="F"><failure/><rerunFailure/><rerunFailure/></testcase>
  </testsuite>`;
  for (const tests of ['tests="2"', 'tests="6"'])
    expect(outcomes(suite(tests))).toEqual(['F › a passed', 'F › b failed']);
  expect(read(suite('tests="2"')).measured.figures).toEqual({ flaky: 1 });
});

test('jest-junit: a file that could not run is a case that is not counted', () => {
  const text = `<testsuites name="jest tests" tests="0" failures="0" errors="1">
    <testsuite name="a.spec.ts" errors="1" failures="0" skipped="0" tests="0">
      <testcase classname="Test suite failed to run" name="a.spec.ts"><error>Cannot find module</error></testcase>
    </testsuite></testsuites>`;
  expect(outcomes(text)).toEqual(['a.spec.ts › Test suite failed to run › a.spec.ts errored']);
});

test('gotestsum: packages that could not run or be built fail the report', () => {
  const text = `<testsuites tests="1" failures="1" errors="2">
    <testsuite tests="0" failures="0" name="example.org/bad"><testcase classname="" name="TestMain"><failure/></testcase></testsuite>
    <testsuite tests="1" failures="0" name="example.org/good"><testcase classname="example.org/good" name="TestA"/></testsuite>
  </testsuites>`;
  expect(read(text).failures).toEqual([
    '1 test failed: example.org/bad › TestMain',
    '2 errors outside of the tests, as in building them',
  ]);
  const nested = '<testsuite errors="0"><testcase name="a"/></testsuite>';
  expect(faultOf(() => read(`<testsuites errors="1">${nested}</testsuites>`)).place?.field).toBe('errors');
});

test('a test that ran again and stands twice may be counted once', () => {
  const again = '<testcase name="a"><failure/></testcase><testcase name="a"/><testcase name="b"/>';
  expect(read(`<testsuite tests="2" failures="1">${again}</testsuite>`).measured.tests).toMatchObject({
    passed: 2,
    failed: 1,
  });
});

test('what failed outside of a case becomes a case of the suite', () => {
  const text =
    '<testsuites><testsuite name="db" tests="1" errors="1"><error message="no server"/></testsuite></testsuites>';
  expect(outcomes(text)).toEqual(['db errored']);
});

test('totals of what did not run: GoogleTest, Jasmine and Ginkgo', () => {
  const disabled = '<testcase name="a" status="notrun"/><testcase name="b" status="run" result="completed"/>';
  expect(
    read(`<testsuite tests="2" disabled="1" skipped="0">${disabled}</testsuite>`).measured.tests?.skipped,
  ).toBe(1);
  const skipped = '<testcase name="a"><skipped/></testcase><testcase name="b"/>';
  expect(
    read(`<testsuite tests="2" disabled="1" skipped="0">${skipped}</testsuite>`).measured.tests?.skipped,
  ).toBe(1);
  expect(read(`<testsuite tests="1">${skipped}</testsuite>`).measured.tests?.passed).toBe(1);
});

test('totals of what failed: Boost.Test, PHPUnit, web-test-runner and tools without errors', () => {
  const twice = '<testcase name="a"><failure/><failure/></testcase>';
  expect(read(`<testsuite tests="1" failures="2">${twice}</testsuite>`).measured.tests?.failed).toBe(1);
  const warning = '<testcase name="a"><warning/></testcase>';
  expect(
    read(`<testsuite tests="1" errors="0" warnings="1">${warning}</testsuite>`).measured.tests?.errored,
  ).toBe(1);
  const failed = '<testcase name="a"><failure/></testcase>';
  expect(read(`<testsuite failures="1" errors="1">${failed}</testsuite>`).measured.tests?.failed).toBe(1);
  const error = '<testcase name="a"><error/></testcase>';
  expect(read(`<testsuite failures="1">${error}</testsuite>`).measured.tests?.errored).toBe(1);
});

test("Catch2's totals are of assertions", () => {
  const text =
    '<testsuite name="t" tests="319" failures="2" hostname="tbd"><testcase name="a"><failure/></testcase></testsuite>';
  expect(read(text).measured.tests).toMatchObject({ passed: 0, failed: 1 });
});

test('both a failure and an error make a failure, and totals may count it twice', () => {
  const both = '<testcase name="a"><failure/><error/></testcase>';
  expect(outcomes(`<testsuite tests="1" failures="1" errors="1">${both}</testsuite>`)).toEqual(['a failed']);
});
