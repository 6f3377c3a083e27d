import {
  type Coverage,
  type Measurements,
  SEVERITIES,
  type StageReport,
  type TestTotals,
} from '../records/index.ts';
import { scanDoubt } from './scan-age.ts';
import { counted } from './wording.ts';

/** What a report says of a metric. */
export type Measured =
  | { is: 'known'; value: number; text: string }
  /** Why nothing is known: a sentence. */
  | { is: 'unknown'; because: string };

/**
 * Looks a metric up: "coverage.lines" (percent), "tests.failed", "vulnerabilities.critical", "thresholds.missed", or
 * the name of a figure that is none of these. A run without tests, a scan of unknown age and a threshold of unknown outcome measure nothing.
 */
export function measure(metric: string, report: StageReport): Measured {
  const { measured } = report;
  const [group = '', name = ''] = metric.split(/\.(.*)/s);
  if (group === 'coverage') return coverage(name, measured.coverage);
  if (group === 'tests') return tests(name, measured.tests);
  if (group === 'vulnerabilities') return vulnerabilities(name, report);
  if (metric === 'thresholds.missed') return missedThresholds(measured.thresholds);
  const figure = measured.figures?.[metric];
  return figure === undefined
    ? unknown(`the report has no figure "${metric}"`)
    : known(figure, String(figure));
}

function known(value: number, text: string): Measured {
  return { is: 'known', value, text };
}

function unknown(because: string): Measured {
  return { is: 'unknown', because };
}

function coverage(name: string, measured: Coverage | undefined): Measured {
  const isPart = name === 'lines' || name === 'branches' || name === 'functions';
  const part = isPart ? measured?.[name] : undefined;
  if (part === undefined) return unknown(`the report has no coverage of ${name}`);
  if (part.total === 0) return unknown(`there are no ${name} to cover`);
  const percent = (part.covered * 100) / part.total;
  // Rounded down: 79.996 must not read as the 80 that it misses.
  const shown = Math.floor(percent * 100) / 100;
  return known(percent, `${shown} % (${part.covered} of ${part.total} ${name})`);
}

function tests(name: string, totals: TestTotals | undefined): Measured {
  if (totals === undefined) return unknown('the report counts no tests');
  const { passed, failed, errored, skipped } = totals;
  const ran = passed + failed + errored;
  if (ran === 0) return unknown(`no test ran, ${skipped} were skipped`);
  const counts = new Map(Object.entries({ passed, failed, errored, skipped, total: ran + skipped }));
  const count = counts.get(name);
  if (count === undefined) return unknown(`tests are not counted by "${name}"`);
  return known(count, `${count} of ${counted(ran + skipped, 'test')}`);
}

function vulnerabilities(name: string, report: StageReport): Measured {
  const found = report.measured.vulnerabilities;
  const severity = SEVERITIES.find((candidate) => candidate === name);
  if (name !== 'total' && severity === undefined) return unknown(`no severity is called "${name}"`);
  if (found === undefined) return unknown('the report names no vulnerabilities');
  const doubt = scanDoubt(report);
  if (doubt !== null) return unknown(doubt);
  const meant = found.filter((one) => name === 'total' || one.severity === severity);
  const ids = [...new Set(meant.map(({ id }) => id))];
  const named = ids.length === 0 ? '' : ` (${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''})`;
  return known(meant.length, `${meant.length}${named}`);
}

function missedThresholds(thresholds: Measurements['thresholds']): Measured {
  if (thresholds === undefined || thresholds.length === 0) return unknown('the report has no thresholds');
  const unclear = thresholds.find(({ met }) => met === null);
  if (unclear !== undefined)
    return unknown(`whether ${unclear.metric} kept ${unclear.limit} is not clear from the report`);
  const missed = thresholds.filter(({ met }) => met === false);
  const named = missed.map(({ metric, limit }) => `${metric} ${limit}`).join(', ');
  return known(missed.length, `${missed.length} of ${thresholds.length}${named === '' ? '' : ` (${named})`}`);
}
