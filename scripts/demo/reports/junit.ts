import { numberOf } from './fingerprints.ts';
import { zulu } from './moments.ts';
import type { ReportText } from './report-file.ts';

/** A run of a suite. */
export interface SuiteRun {
  suite: string;
  /** Names such as "alerts › groups by volume", in order. */
  cases: readonly string[];
  at: string;
  /** What failed, by name, and why. */
  failed?: Readonly<Record<string, string>>;
  skipped?: readonly string[];
}

/** JUnit XML as gotestsum writes it. */
export function junit({ suite, cases, at, failed = {}, skipped = [] }: SuiteRun): ReportText {
  const rows = cases.map((name) => caseRow(name, failed[name], skipped.includes(name)));
  const [bad, left] = [
    cases.filter((name) => name in failed),
    cases.filter((name) => skipped.includes(name)),
  ];
  const counts = `tests="${cases.length}" failures="${bad.length}" errors="0" skipped="${left.length}"`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    ` <testsuite name="${suite}" ${counts} timestamp="${zulu(at)}">`,
    ...rows,
    ' </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
  return { name: `${suite}.junit.xml`, text };
}

function caseRow(name: string, failure: string | undefined, isSkipped: boolean): string {
  const [group = '', words = ''] = name.split(' › ');
  const seconds = (0.02 + numberOf(900, name) / 1000).toFixed(3);
  const open = `  <testcase classname="${inXml(group)}" name="${inXml(words)}" time="${seconds}"`;
  if (failure !== undefined) return `${open}><failure message="${inXml(failure)}"/></testcase>`;
  return isSkipped ? `${open}><skipped/></testcase>` : `${open}/>`;
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
