import { z } from 'zod';
import { oneLine } from '../report-values.ts';

/** A moment in seconds since 1970, and a value as text: "1", "NaN", "+Inf". */
export const SampleSchema = z.tuple([z.number(), z.string()]);
export type Sample = z.infer<typeof SampleSchema>;

/** Of a native histogram its count and sum are read, not its buckets. */
const HistogramSchema = z.tuple([z.number(), z.object({ count: z.string(), sum: z.string() })]);

/** One series of an answer: at a moment ("value"), or over a range ("values"); of numbers or of native histograms. */
export const SeriesSchema = z.object({
  metric: z.record(z.string(), z.string()),
  value: SampleSchema.optional(),
  values: z.array(SampleSchema).optional(),
  histogram: HistogramSchema.optional(),
  histograms: z.array(HistogramSchema).optional(),
});
export type Series = z.infer<typeof SeriesSchema>;

/** What a series measured: samples by what they are of, "" for plain numbers, ".count" and ".sum" of histograms. */
export function measuresOf(series: Series): [string, Sample[]][] {
  const plain = series.values ?? (series.value === undefined ? [] : [series.value]);
  const histograms = series.histograms ?? (series.histogram === undefined ? [] : [series.histogram]);
  const counts = histograms.map(([time, { count }]): Sample => [time, count]);
  const sums = histograms.map(([time, { sum }]): Sample => [time, sum]);
  const measures: [string, Sample[]][] = [
    ['', plain],
    ['.count', counts],
    ['.sum', sums],
  ];
  return measures.filter(([, samples]) => samples.length > 0);
}

/** A series' name as PromQL writes it, labels in the order of their names: `up{instance="a:9090",job="api"}`. */
export function seriesName({ metric }: Series): string {
  const { __name__: name = '', ...labels } = metric;
  const pairs = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return oneLine(pairs.length === 0 ? name || 'value' : `${name}{${pairs.join(',')}}`);
}

/** A value as a number; undefined for NaN and the infinite ones, which no record holds. */
export function numberOf(value: string): number | undefined {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The figures of a series over a range. */
export function rangeFigures(name: string, numbers: readonly number[]): [string, number][] {
  const last = numbers.at(-1);
  if (last === undefined) return [[`${name}.samples`, 0]];
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const most = numbers.reduce((a, b) => Math.max(a, b));
  return [
    [`${name}.last`, last],
    [`${name}.min`, least],
    [`${name}.max`, most],
    [`${name}.samples`, numbers.length],
  ];
}
