import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { outcomes, read } from './junit-fixture.ts';
import { junitReader } from './junit-reader.ts';

const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" errors="1">
  <testsuite name="orders" tests="4" failures="1" errors="1" skipped="1" timestamp="2026-02-03T10:30:00+01:00">
    <properties>
      <property name="git.commit" value="0123456789abcdef0123456789abcdef01234567"/>
      <property name="env.GITHUB_SHA">89abcdef0123456789abcdef0123456789abcdef</property>
      <property name="build.number" value="0123456789abcdef0123456789abcdef00000000"/>
      <property name="commit" value="0123456"/>
    </properties>
    <testcase classname="cart" name="adds" time="1,000.25"/>
    <testcase classname="cart" name="removes" time="0.5"><failure message="1 &lt; 2">at cart.ts:3</failure></testcase>
    <testcase classname="cart" name="loads"><error/><system-out><![CDATA[<failure/>]]></system-out></testcase>
    <testcase classname="cart" name="prints"><skipped/></testcase>
  </testsuite>
</testsuites>`;

test('cases, sums, time and commits of a report', () => {
  const report = read(WHOLE);
  expect(report).toEqual({
    format: 'junit',
    ranAt: '2026-02-03T09:30:00+00:00',
    commits: ['0123456789abcdef0123456789abcdef01234567', '89abcdef0123456789abcdef0123456789abcdef'],
    measured: { tests: { passed: 1, failed: 1, errored: 1, skipped: 1, seconds: 1000.75 } },
    cases: [
      { name: 'orders › cart › adds', outcome: 'passed', seconds: 1000.25 },
      { name: 'orders › cart › removes', outcome: 'failed', seconds: 0.5 },
      { name: 'orders › cart › loads', outcome: 'errored' },
      { name: 'orders › cart › prints', outcome: 'skipped' },
    ],
    failures: ['1 test failed: orders › cart › removes', '1 test ended in an error: orders › cart › loads'],
    doubts: [],
  });
});

test('a report that is cut off anywhere is refused', () => {
  expectEveryCutRefused(junitReader, fileOf(WHOLE));
});

const CASE = fc.record({
  name: fc.string(),
  mark: fc.constantFrom('', '<failure/>', '<error/>', '<skipped/>'),
});

test('sums are those of the cases, however many there are', () => {
  fc.assert(
    fc.property(fc.array(CASE, { minLength: 1 }), fc.nat(), (cases, at) => {
      const count = (mark: string) => cases.filter((one) => one.mark === mark).length;
      const rows = cases.map(({ name, mark }) => `<testcase name="${escaped(name)}">${mark}</testcase>`);
      const sums = `tests="${cases.length}" failures="${count('<failure/>')}" errors="${count('<error/>')}"`;
      const text = `<testsuite ${sums} skipped="${count('<skipped/>')}">${rows.join('\n')}</testsuite>`;
      expect(read(text).measured.tests).toEqual({
        passed: count(''),
        failed: count('<failure/>'),
        errored: count('<error/>'),
        skipped: count('<skipped/>'),
      });
      faultOf(() => read(text.slice(0, at % text.length)));
    }),
  );
});

function escaped(name: string): string {
  const characters = [...name].map((character) => `&#${Math.max(32, character.codePointAt(0) ?? 32)};`);
  return characters.join('');
}

test('a commit is whole wherever the file is cut into pieces', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  for (const before of [65_500, 65_510, 65_520]) {
    const property = `<property name="commit">${commit}</property>`;
    const text = `<testsuite><!--${' '.repeat(before)}--><properties>${property}</properties></testsuite>`;
    expect(read(text).commits).toEqual([commit]);
  }
});

test('nothing that ran is a doubt', () => {
  expect(read('<testsuites/>').doubts).toEqual(['no test ran']);
  expect(read('<testsuite tests="0"></testsuite>').doubts).toEqual(['no test ran']);
  const skipped = '<testcase name="a"><skipped/></testcase>';
  expect(read(`<testsuite>${skipped}${skipped}</testsuite>`).doubts).toEqual([
    'no test ran: all 2 were skipped',
  ]);
});

test('a time without a zone is a doubt and no time', () => {
  const at = (timestamp: string) =>
    read(`<testsuite timestamp="${timestamp}"><testcase name="a"/></testsuite>`);
  expect(at('2026-02-03T10:30:00')).toMatchObject({ doubts: ['its time has no zone'] });
  expect(at('2026-02-03T10:30:00')).not.toHaveProperty('ranAt');
  expect(at('2026-02-03T10:30:00.123+0530')).toMatchObject({
    ranAt: '2026-02-03T05:00:00+00:00',
    doubts: [],
  });
  expect(at('2026-02-03 10:30:00Z').ranAt).toBe('2026-02-03T10:30:00+00:00');
  expect(at('1770114600000').ranAt).toBe('2026-02-03T10:30:00+00:00');
  expect(at('0001-01-01T00:00:00Z')).toMatchObject({ doubts: [] });
});

test('names say each part once, in one line, without what hides', () => {
  const one = (suite: string, className: string, name: string) =>
    outcomes(`<testsuite name="${suite}"><testcase classname="${className}" name="${name}"/></testsuite>`)[0];
  expect(one('a.B', 'a.B', 'c')).toBe('a.B › c passed');
  expect(one('', '', 'c')).toBe('c passed');
  expect(one('a', 'b', 'c&#10;  d&#27;[31m&#x202e;')).toBe('a › b › c d&#27;[31m passed');
  expect(one('mail', 'x', 'to ann@example.org')).toBe('mail › x › to (address removed) passed');
  expect(outcomes('<testsuite><testcase/></testsuite>')).toEqual(['(a test without a name) passed']);
});

test('words of a status count where no element says more; unknown ones are doubts', () => {
  const one = (attributes: string) => read(`<testsuite><testcase name="a" ${attributes}/></testsuite>`);
  expect(one('status="notrun"').measured.tests?.skipped).toBe(1);
  expect(one('status="run" result="suppressed"').measured.tests?.skipped).toBe(1);
  expect(one('status="Failed"').measured.tests?.failed).toBe(1);
  expect(one('status="Success"').measured.tests?.passed).toBe(1);
  expect(one('status="Inconclusive"').doubts).toEqual(['"Inconclusive" of a is no known status']);
});

test('other XML is not taken for it', () => {
  for (const text of [
    '',
    '{}',
    '<test-run/>',
    '<coverage/>',
    '<assemblies/>',
    'testsuite',
    '<xsl:stylesheet><testsuite/></xsl:stylesheet>',
  ])
    expect(junitReader.recognises(fileOf(text))).toBe(false);
  expect(junitReader.recognises(fileOf('\uFEFF<!-- by hand --><testsuite/>'))).toBe(true);
});
