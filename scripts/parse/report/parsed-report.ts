import type { Measurements, REPORT_FORMATS } from '../../../src/records/index.ts';

/** A report's file as it was given. */
export interface ReportFile {
  /** Its name, for messages and as a weak hint. */
  name: string;
  bytes: Uint8Array;
}

/** One test case. Its name is the same from release to release: suite, class and test, joined by " › ". */
export interface TestCase {
  name: string;
  outcome: 'passed' | 'failed' | 'errored' | 'skipped';
  seconds?: number;
}

/** What a report says, in the terms of records. */
export interface ParsedReport {
  format: (typeof REPORT_FORMATS)[number];
  /** The tool that wrote it, as "trivy 0.58.1". */
  tool?: string;
  /** When it ran, in the form of records; absent where the report does not say. */
  ranAt?: string;
  /** Commits in full that the report itself names. */
  commits?: string[];
  /** Image digests, "sha256:…", that the report itself names. */
  digests?: string[];
  measured: Measurements;
  /** Every test case, in the report's order. */
  cases?: TestCase[];
  /** Why it is no pass: what failed, and what is not clear. Empty where all is well. */
  failures: string[];
  /** Why it proves nothing: empty, of no known time, in words that may mean either. */
  doubts: string[];
}

/**
 * Reads one format. `recognises` looks at the content, never at the name alone. `parse` throws a Fault with file and
 * line or field for a report that is damaged, cut off, or contradicts itself.
 */
export interface ReportReader {
  format: ParsedReport['format'];
  recognises(file: ReportFile): boolean;
  parse(file: ReportFile): ParsedReport;
}
