import { jsonReport, type ReportText } from './report-file.ts';

/** A test result as an in-toto statement (test-result v0.1). */
export function testResult(
  name: string,
  commit: string,
  passed: readonly string[],
  failed: readonly string[] = [],
): ReportText {
  return jsonReport('sanity.intoto.json', {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { gitCommit: commit } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: failed.length > 0 ? 'FAILED' : 'PASSED',
      configuration: [{ name: 'sanity.yaml' }],
      passedTests: passed,
      failedTests: failed,
    },
  });
}
