import { milliseconds } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';

/** The answer of Prometheus to a query at a moment, one series for each module. */
export function prometheus(metric: string, values: Readonly<Record<string, number>>, at: string): ReportText {
  return jsonReport('prometheus.json', {
    status: 'success',
    data: {
      resultType: 'vector',
      result: Object.entries(values).map(([module, value]) => ({
        metric: { __name__: metric, module },
        value: [milliseconds(at) / 1000, String(value)],
      })),
    },
  });
}
