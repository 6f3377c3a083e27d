import { z } from 'zod';
import { type JsonReport, readJson } from '../json/json.ts';
import type { ParsedReport, ReportFile, TestCase } from '../parsed-report.ts';
import { listOf, oneLine } from '../report-values.ts';
import { testResult } from '../test-result.ts';

const OUTCOMES = {
  statusValid: 'passed',
  statusInvalid: 'failed',
  statusError: 'errored',
  statusSkipped: 'skipped',
  // An empty document between two "---".
  '': undefined,
} as const;

const ResourceSchema = z.looseObject({
  filename: z.string().default(''),
  kind: z.string().default(''),
  name: z.string().default(''),
  status: z.enum(['statusValid', 'statusInvalid', 'statusError', 'statusSkipped', '']),
});

const CountSchema = z.int().nonnegative();

/** `kubeconform -output json`, with `-summary` or without. */
const KubeconformSchema = z.looseObject({
  resources: listOf(ResourceSchema),
  summary: z
    .looseObject({ valid: CountSchema, invalid: CountSchema, errors: CountSchema, skipped: CountSchema })
    .optional(),
});
type Kubeconform = z.infer<typeof KubeconformSchema>;

/** Reads kubeconform's JSON. Every Kubernetes object is a case. When it ran and what of is not said. */
export function kubeconformReport(file: ReportFile): ParsedReport {
  const report = readJson(file, KubeconformSchema);
  refuseContradictions(report);
  const cases = casesOf(report.data);
  const { tests, failures, doubts } = testResult(cases);
  const quiet = lacksGood(report.data, cases) ? [QUIET] : [];
  return {
    format: 'playbook',
    tool: 'kubeconform',
    measured: { tests },
    cases,
    failures,
    doubts: [...doubts, ...quiet],
  };
}

/** Without `-verbose` only bad objects are listed, and a run over nothing looks like one over good ones. */
const QUIET = 'it does not list what is valid: kubeconform does so with -verbose';

function lacksGood({ summary }: Kubeconform, cases: readonly TestCase[]): boolean {
  const listed = cases.some(({ outcome }) => outcome === 'passed' || outcome === 'skipped');
  return !listed && (summary === undefined || summary.valid + summary.skipped > 0);
}

function casesOf({ resources }: Kubeconform): TestCase[] {
  return resources.flatMap(({ filename, kind, name, status }) => {
    const outcome = OUTCOMES[status];
    const parts = [filename, kind, name].map(oneLine).filter((part) => part !== '');
    return outcome === undefined ? [] : [{ name: parts.join(' › '), outcome }];
  });
}

function refuseContradictions({ data, fault }: JsonReport<Kubeconform>): void {
  const { resources, summary } = data;
  if (summary === undefined) return;
  const counts = [
    { field: 'invalid', status: 'statusInvalid', listedAlways: true },
    { field: 'errors', status: 'statusError', listedAlways: true },
    { field: 'valid', status: 'statusValid', listedAlways: false },
    { field: 'skipped', status: 'statusSkipped', listedAlways: false },
  ] as const;
  for (const { field, status, listedAlways } of counts) {
    const listed = resources.filter((resource) => resource.status === status).length;
    if (summary[field] === listed || (!listedAlways && listed === 0)) continue;
    const what = `the summary says ${field}: ${summary[field]}, its resources come to ${listed}`;
    throw fault(what, ['summary', field]);
  }
}
