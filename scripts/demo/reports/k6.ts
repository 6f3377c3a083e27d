import { jsonReport, type ReportText } from './report-file.ts';

/** A load test: a trend in milliseconds, and how many requests failed. */
export interface LoadRun {
  /** As "http_req_duration". */
  metric: string;
  median: number;
  p95: number;
  /** The limit that the script itself sets. */
  limit: number;
  iterations: number;
  /** Share of requests that failed. */
  failed: number;
}

/** The end-of-test summary of k6, as `handleSummary(data)` gets it. */
export function k6({ metric, median, p95, limit, iterations, failed }: LoadRun): ReportText {
  const values = { avg: Math.round(median * 1.2), med: median, 'p(95)': p95, max: Math.round(p95 * 2.4) };
  const fails = Math.round(iterations * failed);
  return jsonReport('k6-summary.json', {
    root_group: { name: '', checks: [], groups: [] },
    state: { testRunDurationMs: 900_000 },
    metrics: {
      iterations: { type: 'counter', contains: 'default', values: { count: iterations } },
      vus: { type: 'gauge', contains: 'default', values: { value: 40, min: 0, max: 40 } },
      http_req_failed: {
        type: 'rate',
        contains: 'default',
        values: { rate: failed, passes: fails, fails: iterations - fails },
        thresholds: { 'rate<0.01': { ok: failed < 0.01 } },
      },
      [metric]: {
        type: 'trend',
        contains: 'time',
        values,
        thresholds: { [`p(95)<${limit}`]: { ok: p95 < limit } },
      },
    },
  });
}
