import type { Stage } from '../../../src/records/index.ts';
import { chart } from '../reports/chart.ts';
import { cobertura, type FileCoverage, lcov } from '../reports/coverage.ts';
import { dockerImage } from '../reports/docker-image.ts';
import { numberOf } from '../reports/fingerprints.ts';
import { grype } from '../reports/grype.ts';
import { junit } from '../reports/junit.ts';
import { k6 } from '../reports/k6.ts';
import { minutesAfter } from '../reports/moments.ts';
import { githubChecks, jenkins, type PipelineStep } from '../reports/pipeline.ts';
import { ansible, kubeconform } from '../reports/playbook.ts';
import { prometheus } from '../reports/prometheus.ts';
import type { ReportText } from '../reports/report-file.ts';
import { sarif } from '../reports/sarif.ts';
import { testResult } from '../reports/test-result.ts';
import { trivy, trivyVersion } from '../reports/trivy.ts';
import { vulnerabilities } from '../reports/vulnerabilities.ts';
import type { StageContext } from './stage-context.ts';
import { caseNames } from './test-names.ts';

const WRITERS: Readonly<Record<Stage, (context: StageContext) => ReportText[]>> = {
  clone: (context) => [steps(context, ['Fetch', 'Check out', 'Verify signatures'], [1, 1, 1])],
  build: (context) => [steps(context, ['Compile', 'Build image', 'Label image'], [4, 3, 1])],
  'unit-tests': unitTests,
  'image-scan': imageScan,
  push: ({ image }) => [dockerImage(image)],
  chart: ({ image, parts }) => [chart(image.module, image.version, image.commit, parts)],
  deploy: (context) => [steps(context, ['Deploy to pre-production', 'Wait for pods', 'Notify'], [3, 4, 1])],
  integration: ({ habits, plan, at, outcome }) => [
    suiteOf(`${habits.product} suite`, plan.suite, at, outcome),
  ],
  load: ({ habits, plan, image }) => [loadTest(habits.load, plan.load ?? 0, image.commit)],
  sanity: ({ habits, image }) => [testResult(habits.product, image.commit, SANITY)],
  validation: validation,
  observability: observability,
};

/** The reports of one attempt, as its tools would have written them. */
export function stageReports(context: StageContext): ReportText[] {
  return WRITERS[context.stage](context);
}

const SANITY = [
  'pods are ready',
  'sign in',
  'read a volume',
  'write a volume',
  'events arrive',
  'metrics arrive',
];

/** On the first attempt that fails, the last step is what broke. */
function steps(
  { habits, plan, image, at, outcome }: StageContext,
  names: readonly string[],
  minutes: readonly number[],
): ReportText {
  const all = names.map((name, index): PipelineStep => {
    const isLast = index === names.length - 1;
    return { name, minutes: minutes[index] ?? 1, failed: outcome === 'failed' && isLast };
  });
  return habits.server === 'jenkins' ? jenkins(plan.run, all, at) : githubChecks(image.commit, all, at);
}

function unitTests({ habits, module, image, at, outcome }: StageContext): ReportText[] {
  const tests = suiteOf(image.module, module.tests, at, outcome);
  if (module.coverage === undefined) return [tests];
  const files = coveredFiles(habits.sources[image.module], image, module.coverage);
  const isWeb = files[0]?.path.endsWith('.tsx') === true;
  return [tests, isWeb ? cobertura(files, at) : lcov(files)];
}

const PARTS = ['alerts', 'store', 'handlers', 'jobs'];
const LINES = [40, 30, 20, 10];

/** Each file as far as the whole is reached; the last one makes up for the rounding. */
function coveredFiles(
  { folder, end } = { folder: 'pkg', end: '.go' },
  { module }: StageContext['image'],
  percent: number,
): FileCoverage[] {
  const grown = 1 + numberOf(3, module);
  return PARTS.map((part, index) => {
    const total = (LINES[index] ?? 10) * grown;
    return { path: `${folder}/${part}${end}`, covered: Math.round((total * percent) / 100), total };
  });
}

function suiteOf(suite: string, count: number, at: string, outcome: StageContext['outcome']): ReportText {
  const all = caseNames(suite, outcome === 'empty' ? 0 : count);
  const cases = outcome === 'partial' ? all.slice(0, 5) : all;
  const broken = all[2] ?? '';
  const failed = outcome === 'failed' ? { [broken]: 'timed out after 120 seconds' } : {};
  const skipped = all.length > 8 && outcome !== 'partial' ? all.slice(-1) : [];
  return junit({ suite: suite.replaceAll(' ', '-'), cases, at, failed, skipped });
}

const HOURS_OF_DATABASE = 9;

function imageScan({ habits, image, module, at }: StageContext): ReportText[] {
  const found = vulnerabilities(module.found ?? '');
  const databaseAt = minutesAfter(at, -60 * HOURS_OF_DATABASE);
  if (habits.scanner === 'trivy') return [trivy(image, found, at), trivyVersion(databaseAt)];
  const findings = [{ rule: 'DL3018', level: 'warning', path: 'Dockerfile' } as const];
  return [grype(image, found, at, databaseAt), sarif(image.commit, findings, at)];
}

function loadTest(load: StageContext['habits']['load'], p95: number, commit: string): ReportText {
  const median = Math.round(p95 * 0.42);
  const iterations = 21_000 + numberOf(4_000, commit);
  return k6({ ...load, median, p95, iterations, failed: 0.0008 });
}

const MANIFESTS = ['operator', 'server', 'agent', 'webhook', 'dashboard'].map(
  (name) => `templates/${name}.yaml`,
);
const TASKS = ['every node is ready', 'the previous release runs', 'a backup is not older than a day'];

function validation({ at }: StageContext): ReportText[] {
  return [kubeconform(MANIFESTS), ansible('Validate pre-production', TASKS, at)];
}

function observability({ plan, at }: StageContext): ReportText[] {
  const shares = Object.keys(plan.modules).map((module): [string, number] => [
    module,
    numberOf(40, module, plan.version) / 10_000,
  ]);
  return [prometheus('error_ratio', Object.fromEntries(shares), minutesAfter(at, 5))];
}
