import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { prometheusReader } from './prometheus.ts';

const TIME = Date.UTC(2026, 1, 3, 10, 30) / 1000;
const answerOf = (resultType: string, result: unknown, more: object = {}) => ({
  status: 'success',
  data: { resultType, result },
  ...more,
});
const parsed = (value: unknown) => prometheusReader.parse(fileOf(value));

const vector = answerOf('vector', [
  { metric: { __name__: 'up', job: 'api', instance: 'a:9090' }, value: [TIME + 0.781, '1'] },
  { metric: { job: 'a "b"' }, value: [TIME + 1, '-2.5e-3'] },
  { metric: {}, value: [TIME, '+7'] },
]);

test('a query at a moment', () => {
  expect(parsed(vector)).toEqual({
    format: 'prometheus',
    tool: 'Prometheus',
    ranAt: '2026-02-03T10:30:01+00:00',
    measured: {
      figures: { 'up{instance="a:9090",job="api"}': 1, '{job="a \\"b\\""}': -0.0025, value: 7 },
    },
    failures: [],
    doubts: [],
  });
});

test('an answer that was cut off at any byte is refused', () =>
  expectEveryCutRefused(prometheusReader, fileOf(vector)));

test('a query over a range', () => {
  const values = ['3', '1', '2'].map((value, index) => [TIME + index * 15, value]);
  const report = parsed(answerOf('matrix', [{ metric: { __name__: 'x' }, values }]));
  expect(report.measured.figures).toEqual({ 'x.last': 2, 'x.min': 1, 'x.max': 3, 'x.samples': 3 });
  expect(report.ranAt).toBe('2026-02-03T10:30:30+00:00');
});

test('a scalar, and native histograms', () => {
  expect(parsed(answerOf('scalar', [TIME, '42'])).measured.figures).toEqual({ scalar: 42 });
  const histogram = [TIME, { count: '10', sum: '3.5', buckets: [[0, '1', '2', '10']] }];
  expect(parsed(answerOf('vector', [{ metric: { __name__: 'h' }, histogram }])).measured.figures).toEqual({
    'h.count': 10,
    'h.sum': 3.5,
  });
});

test.each(['NaN', '+Inf', '-Inf', '', '0x10', '1e999'])('%j is no number, and a doubt', (value) => {
  const report = parsed(answerOf('vector', [{ metric: { __name__: 'x' }, value: [TIME, value] }]));
  expect(report.measured.figures).toEqual({});
  expect(report.doubts).toEqual([`x has values that are no numbers: "${value}"`]);
});

test('a range of which nothing is a number has no samples', () => {
  const values = [[TIME, 'NaN']];
  const report = parsed(answerOf('matrix', [{ metric: { __name__: 'x' }, values }]));
  expect(report.measured.figures).toEqual({ 'x.samples': 0 });
  expect(report.doubts).toHaveLength(1);
});

test('nothing found, a text and warnings are doubts', () => {
  expect(parsed(answerOf('vector', [])).doubts).toEqual(['the query found nothing']);
  expect(parsed(answerOf('string', [TIME, 'a'])).doubts).toEqual(['the answer is a text, not a number']);
  const warned = answerOf('scalar', [TIME, '1'], { warnings: ['a store\ndid not answer'], infos: ['fine'] });
  expect(parsed(warned).doubts).toEqual(['Prometheus warns: a store did not answer']);
});

test('a query that failed is a failure', () => {
  const report = parsed({ status: 'error', errorType: 'timeout', error: 'query timed out' });
  expect(report.failures).toEqual(['the query failed: timeout: query timed out']);
  expect(report.doubts).toEqual([]);
});

test('a series that stands twice is refused, and success without data', () => {
  const series = { metric: { __name__: 'up' }, value: [TIME, '1'] };
  const fault = faultOf(() => parsed(answerOf('vector', [series, { ...series, value: [TIME, '0'] }])));
  expect(fault.place?.field).toBe('data.result.1');
  expect(faultOf(() => parsed({ status: 'success' })).place?.field).toBe('data');
  faultOf(() => parsed(answerOf('vector', [{ ...series, value: [TIME, 1] }])));
});
