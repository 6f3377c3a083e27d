import type { Step } from '../../../../src/records/index.ts';
import type { ParsedReport } from '../parsed-report.ts';
import { earliest, known } from '../report-values.ts';

/**
 * A report of steps: one that failed is a failure; one that is not over, or of no known result, is a doubt, and so is
 * a run in which nothing passed or failed. Skipped steps are neither.
 */
export function stepReport(format: ParsedReport['format'], steps: Step[]): ParsedReport {
  const ran = steps.some(({ result }) => result !== 'skipped');
  return {
    format,
    ...known({ ranAt: earliest(steps.map(({ at }) => at)) }),
    measured: { steps },
    failures: named(steps, 'failed').map((name) => `${name} failed`),
    doubts: [
      ...(ran
        ? []
        : [steps.length === 0 ? 'nothing ran: there are no steps' : 'nothing ran: every step was skipped']),
      ...named(steps, 'running').map((name) => `${name} is not over`),
      ...named(steps, 'unknown').map((name) => `it is not clear how ${name} ended`),
    ],
  };
}

function named(steps: readonly Step[], result: Step['result']): string[] {
  return steps.filter((step) => step.result === result).map(({ name }) => `"${name}"`);
}
