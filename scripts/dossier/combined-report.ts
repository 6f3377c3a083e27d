import { Fault, type Measurements } from '../../src/records/index.ts';
import type { ParsedReport, TestCase } from '../parse/report/parsed-report.ts';
import { joinDatabaseDates } from '../parse/report/scan/trivy-version.ts';

/** What several files say of one run of a stage. */
export interface CombinedReport {
  measured: Measurements;
  cases: TestCase[] | null;
  commits: string[];
  digests: string[];
  /** The latest time that any of them names; null where none does. */
  ranAt: string | null;
  failures: string[];
  doubts: string[];
}

/** Puts the reports of one run together. Throws a Fault where two of them contradict each other. */
export function combineReports(reports: readonly ParsedReport[]): CombinedReport {
  const joined = joinDatabaseDates(reports);
  const cases = joined.flatMap((report) => report.cases ?? []);
  const times = joined.flatMap(({ ranAt }) => ranAt ?? []);
  return {
    measured: combineMeasured(joined.map(({ measured }) => measured)),
    cases: joined.some((report) => report.cases !== undefined) ? cases : null,
    commits: unique(joined.flatMap((report) => report.commits ?? [])),
    digests: unique(joined.flatMap((report) => report.digests ?? [])),
    ranAt: times.sort().at(-1) ?? null,
    failures: unique(joined.flatMap(({ failures }) => failures)),
    doubts: unique(joined.flatMap(({ doubts }) => doubts)),
  };
}

function combineMeasured(all: readonly Measurements[]): Measurements {
  return {
    ...added('tests', all, (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      errored: left.errored + right.errored,
      skipped: left.skipped + right.skipped,
      ...sumOf('seconds', left, right),
    })),
    ...added('coverage', all, (left, right) => ({
      lines: covered(left.lines, right.lines),
      ...bothCovered('branches', left, right),
      ...bothCovered('functions', left, right),
    })),
    ...added('vulnerabilities', all, (left, right) => [...left, ...right]),
    // The oldest database is what the scans can be trusted for.
    ...added('databaseAt', all, (left, right) => (left < right ? left : right)),
    ...added('thresholds', all, (left, right) => [...left, ...right]),
    ...added('image', all, () => refuse('images')),
    ...added('chart', all, () => refuse('charts')),
    ...added('steps', all, (left, right) => [...left, ...right]),
    ...added('path', all, (left, right) => (left === right ? left : refuse('paths'))),
    ...added('figures', all, mergeFigures),
  };
}

/** Folds one measurement over all reports that have it. */
function added<Key extends keyof Measurements>(
  key: Key,
  all: readonly Measurements[],
  add: (left: NonNullable<Measurements[Key]>, right: NonNullable<Measurements[Key]>) => Measurements[Key],
): Pick<Measurements, Key> {
  const values = all.flatMap((measured) => (measured[key] === undefined ? [] : [measured[key]]));
  if (values.length === 0) return {} as Pick<Measurements, Key>;
  const sum = values.reduce((left, right) => add(left as never, right as never) as never);
  return { [key]: sum } as unknown as Pick<Measurements, Key>;
}

type Covered = NonNullable<Measurements['coverage']>['lines'];

function covered(left: Covered, right: Covered): Covered {
  return { covered: left.covered + right.covered, total: left.total + right.total };
}

function bothCovered<Key extends string>(
  key: Key,
  left: { [key in Key]?: Covered | undefined },
  right: { [key in Key]?: Covered | undefined },
): { [key in Key]?: Covered } {
  const [a, b] = [left[key], right[key]];
  const both = a === undefined ? b : b === undefined ? a : covered(a, b);
  return both === undefined ? {} : ({ [key]: both } as { [key in Key]: Covered });
}

function sumOf<Key extends string>(
  key: Key,
  left: { [key in Key]?: number | undefined },
  right: { [key in Key]?: number | undefined },
): { [key in Key]?: number } {
  const values = [left[key], right[key]].filter((value) => value !== undefined);
  return values.length === 0
    ? {}
    : ({ [key]: values.reduce((sum, value) => sum + value) } as { [key in Key]: number });
}

function mergeFigures(left: Record<string, number>, right: Record<string, number>): Record<string, number> {
  const twice = Object.keys(right).find((name) => name in left && left[name] !== right[name]);
  if (twice !== undefined)
    throw new Fault(`two of the reports measure "${twice}": ${left[twice]} and ${right[twice]}`, {
      hint: 'File them as two attempts, or as two modules.',
    });
  return { ...left, ...right };
}

function refuse(what: string): never {
  throw new Fault(`the reports are of several ${what}`, { hint: 'File one run of one module at a time.' });
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
