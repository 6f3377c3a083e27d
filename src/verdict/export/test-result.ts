import type { StageReport } from '../../records/index.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import {
  digestSet,
  type ExportSource,
  OWN,
  policyOf,
  type ResourceDescriptor,
  recordUri,
  type Statement,
  statementOf,
  subjectsOf,
  timestamp,
} from './statement.ts';

/** Predicate type of in-toto test results (in-toto/attestation, spec/predicates/test-result.md). */
export const TEST_RESULT_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';

/** Extension field: the stage, its attempt, when it ran, and the stored bytes that it was read from. */
export const STAGE_FIELD = `${OWN}/stage/v0.1`;

/** What a report says beyond the predicate's own fields. */
export interface StageExtension {
  stage: string;
  module?: string;
  attempt: number;
  full: boolean;
  ranAt: string;
  /** "unproven" is no pass, and is told apart from a failure here only. */
  result: StageReport['result'];
  reasons: string[];
  /** Cases by outcome, as they were counted. */
  tests?: StageReport['measured']['tests'];
  record: string;
  evidence: ResourceDescriptor[];
}

/** The predicate's fields, as the specification names them. */
export interface TestResult {
  result: 'PASSED' | 'WARNED' | 'FAILED';
  configuration: ResourceDescriptor[];
  url?: string;
  passedTests: string[];
  warnedTests: string[];
  failedTests: string[];
  [STAGE_FIELD]: StageExtension;
}

/**
 * A stage report as an in-toto test result. The policy that it is judged by stands as its configuration. What does not
 * say clearly has not passed. Null for a report that names neither commit nor digest.
 */
export function testResult(
  report: Recorded<StageReport>,
  dossier: Dossier,
  source: ExportSource,
): Statement<TestResult> | null {
  const { data } = report;
  const checks = namedChecks(data);
  const named = (outcome: boolean): string[] =>
    checks.filter(({ passed }) => passed === outcome).map(({ name }) => name);
  return statementOf(subjectsOf(data.module ?? data.product, data.commit, data.digest), TEST_RESULT_TYPE, {
    result: data.result === 'passed' ? 'PASSED' : 'FAILED',
    configuration: [policyOf(dossier, source)],
    ...(data.url !== undefined && { url: data.url }),
    passedTests: named(true),
    warnedTests: [],
    failedTests: named(false),
    [STAGE_FIELD]: extension(report, source),
  });
}

interface NamedCheck {
  name: string;
  passed: boolean;
}

/** Records count test cases and keep no names of them; steps and limits have names. What was skipped did neither. */
function namedChecks({ measured }: StageReport): NamedCheck[] {
  const steps = (measured.steps ?? []).filter(({ result }) => result !== 'skipped');
  return [
    ...steps.map(({ name, result }) => ({ name, passed: result === 'passed' })),
    ...(measured.thresholds ?? []).map(({ metric, limit, met }) => ({
      name: `${metric} ${limit}`,
      passed: met === true,
    })),
  ];
}

function extension({ data, path }: Recorded<StageReport>, source: ExportSource): StageExtension {
  const { stage, module, attempt, full, ranAt, result, reasons, measured, evidence } = data;
  return {
    stage,
    ...(module !== undefined && { module }),
    attempt,
    full,
    ranAt: timestamp(ranAt),
    result,
    reasons: reasons ?? [],
    ...(measured.tests !== undefined && { tests: measured.tests }),
    record: recordUri(source, path),
    evidence: evidence.map(({ name, digest }) => ({ name, digest: digestSet(digest) })),
  };
}
