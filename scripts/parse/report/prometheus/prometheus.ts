import { z } from 'zod';
import { instantOf } from '../../instant.ts';
import { type JsonReport, readJson } from '../json/json.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { known, listOf, OptionalTextSchema, oneLine } from '../report-values.ts';
import {
  measuresOf,
  numberOf,
  rangeFigures,
  type Sample,
  SampleSchema,
  SeriesSchema,
  seriesName,
} from './prometheus-series.ts';

const DataSchema = z.discriminatedUnion('resultType', [
  z.object({ resultType: z.literal('vector'), result: z.array(SeriesSchema) }),
  z.object({ resultType: z.literal('matrix'), result: z.array(SeriesSchema) }),
  z.object({ resultType: z.literal('scalar'), result: SampleSchema }),
  z.object({ resultType: z.literal('string'), result: SampleSchema }),
]);
type Data = z.infer<typeof DataSchema>;

/** An answer of Prometheus' HTTP interface to a query (prometheus.io, "HTTP API", expression queries). */
const AnswerSchema = z.object({
  status: z.enum(['success', 'error']),
  data: DataSchema.nullish(),
  errorType: OptionalTextSchema,
  error: OptionalTextSchema,
  warnings: listOf(z.string()),
});
type Answer = z.infer<typeof AnswerSchema>;

/**
 * The answer to a query as the evidence of a gate. Its figures are named as the series are, labels in their order; a
 * range gives "last", "min", "max" and "samples" of each. What is no number (NaN, infinite) is a doubt, never 0.
 */
export const prometheusReader: ReportReader = {
  format: 'prometheus',
  recognises: isAnswer,
  parse: (file) => reportOf(readJson(file, AnswerSchema)),
};

function isAnswer(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined || !/^"(?:success|error)"$/.test(outline.source('status') ?? '')) return false;
  return outline.has('data.resultType') || outline.has('errorType');
}

function reportOf(report: JsonReport<Answer>): ParsedReport {
  const { data: answer, fault } = report;
  if (answer.status === 'success' && answer.data == null) throw fault('has no data', ['data']);
  const measures = namedMeasures(report);
  const times = measures.flatMap(([, samples]) => samples.map(([time]) => time));
  const latest = times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
  const figures = measures.flatMap(([name, samples]) => figuresOf(name, samples, answer.data));
  return {
    format: 'prometheus',
    tool: 'Prometheus',
    ...known({ ranAt: latest === undefined ? undefined : instantOf(latest) }),
    measured: { figures: Object.fromEntries(figures) },
    failures: answer.status === 'error' ? [`the query failed: ${errorOf(answer)}`] : [],
    doubts: doubtsOf(answer, measures),
  };
}

/** Every measure by its name. The same series twice is a contradiction. */
function namedMeasures({ data: { data }, fault }: JsonReport<Answer>): [string, Sample[]][] {
  if (data == null || data.resultType === 'string') return [];
  if (data.resultType === 'scalar') return [['scalar', [data.result]]];
  const names = new Set<string>();
  return data.result.flatMap((series, index) => {
    const name = seriesName(series);
    if (names.has(name)) throw fault(`the series ${name} stands twice`, ['data', 'result', index]);
    names.add(name);
    return measuresOf(series).map(([part, samples]): [string, Sample[]] => [name + part, samples]);
  });
}

function figuresOf(name: string, samples: readonly Sample[], data: Answer['data']): [string, number][] {
  const numbers = samples.map(([, value]) => numberOf(value)).filter((number) => number !== undefined);
  if (data?.resultType === 'matrix') return rangeFigures(name, numbers);
  return numbers.map((number) => [name, number]);
}

function errorOf({ errorType, error }: Answer): string {
  return oneLine([errorType, error].filter((part) => part !== undefined).join(': ') || 'it does not say why');
}

function doubtsOf({ status, data, warnings }: Answer, measures: readonly [string, Sample[]][]): string[] {
  const odd = measures.filter(([, samples]) => samples.some(([, value]) => numberOf(value) === undefined));
  return [
    ...(status === 'success' && measures.length === 0 ? [emptyOf(data)] : []),
    ...odd.map(([name, samples]) => `${name} has values that are no numbers: ${oddOnes(samples)}`),
    ...warnings.map((warning) => oneLine(`Prometheus warns: ${warning}`)),
  ];
}

function emptyOf(data: Data | null | undefined): string {
  return data?.resultType === 'string' ? 'the answer is a text, not a number' : 'the query found nothing';
}

function oddOnes(samples: readonly Sample[]): string {
  const values = samples
    .filter(([, value]) => numberOf(value) === undefined)
    .map(([, value]) => `"${value}"`);
  return oneLine([...new Set(values)].slice(0, 3).join(', '));
}
