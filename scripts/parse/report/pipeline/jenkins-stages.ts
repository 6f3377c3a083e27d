import { z } from 'zod';
import type { Step } from '../../../../src/records/index.ts';
import { readJsonList } from '../json/json-list.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { instantOfMilliseconds, known, OptionalTextSchema, oneLine } from '../report-values.ts';
import { stepReport } from './pipeline-steps.ts';

const MillisecondsSchema = z.number().nullish();

const StageSchema = z.object({
  name: z.string(),
  status: OptionalTextSchema,
  /** Since 1970 in UTC; 0 for a stage that did not begin. */
  startTimeMillis: MillisecondsSchema,
  durationMillis: MillisecondsSchema,
});
type Stage = z.infer<typeof StageSchema>;

/** A run of Jenkins' stage view (jenkinsci/pipeline-stage-view-plugin, `/wfapi/describe`), as far as it is read. */
const RunSchema = z.object({
  name: OptionalTextSchema,
  status: OptionalTextSchema,
  startTimeMillis: MillisecondsSchema,
  stages: z.array(StageSchema),
});
type Run = z.infer<typeof RunSchema>;

/** A run's status in the words of steps (StatusExt of the plugin). An unstable stage is one whose tests failed. */
const RESULTS = new Map<string, Step['result']>([
  ['SUCCESS', 'passed'],
  ['FAILED', 'failed'],
  ['UNSTABLE', 'failed'],
  ['ABORTED', 'failed'],
  ['NOT_EXECUTED', 'skipped'],
  ['IN_PROGRESS', 'running'],
  ['QUEUED', 'running'],
  ['PAUSED_PENDING_INPUT', 'running'],
]);

/** One run of a Jenkins pipeline. A list of runs (`/wfapi/runs`) is refused unless it has one: it is not said which counts. */
export const jenkinsStagesReader: ReportReader = {
  format: 'jenkins-stages',
  recognises: isRun,
  parse: (file) => reportOf(onlyRun(file)),
};

function isRun(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined) return false;
  return ['', '[].'].some(
    (prefix) =>
      outline.source(`${prefix}stages`) === '[' &&
      outline.has(`${prefix}status`) &&
      outline.has(`${prefix}durationMillis`),
  );
}

function onlyRun(file: ReportFile): Run {
  const { data: runs, fault } = readJsonList(file, RunSchema);
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0)
    throw fault(
      `describes ${runs.length} runs, not one`,
      [1],
      'Give the answer of /job/<name>/<number>/wfapi/describe.',
    );
  return run;
}

function reportOf(run: Run): ParsedReport {
  const report = stepReport('jenkins-stages', run.stages.map(stepOf));
  const result = resultOf(run.status);
  // A pipeline may fail after its last stage, and be stopped between two.
  const itself = `the run itself is ${run.status ?? 'of no known status'}`;
  return {
    ...report,
    tool: 'Jenkins',
    ...known({ ranAt: instantOfMilliseconds(run.startTimeMillis) }),
    failures: [...report.failures, ...(result === 'failed' ? [itself] : [])],
    doubts: [...report.doubts, ...(result !== 'failed' && result !== 'passed' ? [itself] : [])],
  };
}

function stepOf({ name, status, startTimeMillis, durationMillis }: Stage): Step {
  const at = instantOfMilliseconds(startTimeMillis);
  const seconds =
    durationMillis == null || durationMillis < 0 || at === undefined ? undefined : durationMillis / 1000;
  return { name: oneLine(name) || '(no name)', result: resultOf(status), ...known({ at, seconds }) };
}

function resultOf(status: string | undefined): Step['result'] {
  return RESULTS.get(status ?? '') ?? 'unknown';
}
