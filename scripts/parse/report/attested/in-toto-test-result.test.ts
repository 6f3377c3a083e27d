import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { inTotoTestResultReader } from './in-toto-test-result.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const HEX = 'a'.repeat(64);

function statement(predicate: object, changes: object = {}) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'shop', digest: { gitCommit: COMMIT } },
      { name: 'registry.example/shop', digest: { sha256: HEX, sha1: COMMIT, sha512: 'f' } },
    ],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: { configuration: [{ name: 'ci.yml' }], ...predicate },
    ...changes,
  };
}

function envelope(content: object) {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64');
  return { payload, payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: 'AA==' }] };
}

const GOOD = statement({
  result: 'PASSED',
  passedTests: ['build', 'lint'],
  warnedTests: [],
  failedTests: [],
});
const read = (content: unknown) => inTotoTestResultReader.parse(fileOf(content, 'tests.json'));
const result = (predicate: object) => read(statement(predicate));

test('tests, commits and digests of a statement, plain or enveloped', () => {
  const expected = {
    format: 'in-toto-test-result',
    commits: [COMMIT],
    digests: [`sha256:${HEX}`],
    measured: { tests: { passed: 2, failed: 0, errored: 0, skipped: 0 } },
    cases: [
      { name: 'build', outcome: 'passed' },
      { name: 'lint', outcome: 'passed' },
    ],
    failures: [],
    doubts: [],
  };
  for (const content of [GOOD, envelope(GOOD), { mediaType: 'x', dsseEnvelope: envelope(GOOD) }]) {
    expect(inTotoTestResultReader.recognises(fileOf(content))).toBe(true);
    expect(read(content)).toEqual(expected);
  }
  expect(read({ ...GOOD, _type: 'https://in-toto.io/Statement/v0.1' })).toEqual(expected);
});

test('failed tests are failures; a failure without a test too', () => {
  expect(result({ result: 'FAILED', passedTests: ['a'], failedTests: ['b'] }).failures).toEqual([
    '1 test failed: b',
  ]);
  expect(result({ result: 'FAILED' }).failures).toEqual([
    'its result is FAILED, and it names no test that failed',
  ]);
});

test('warnings and results without tests are doubts', () => {
  const warned = result({ result: 'WARNED', passedTests: ['a'], warnedTests: ['b'] });
  expect(warned).toMatchObject({ doubts: ['its result is WARNED: b'], measured: { tests: { passed: 2 } } });
  expect(result({ result: 'PASSED' }).doubts).toEqual(['it names no test']);
});

test('results that contradict their tests are errors', () => {
  const fault = (predicate: object) => faultOf(() => result(predicate));
  expect(fault({ result: 'PASSED', failedTests: ['b'] }).describe()).toMatch(
    /^tests.json:\d+: predicate.result: the result is PASSED, and a test failed: "b"/,
  );
  expect(fault({ result: 'WARNED', failedTests: ['b'] }).place?.field).toBe('predicate.result');
  expect(fault({ result: 'FAILED', passedTests: ['b'], failedTests: ['a', 'b'] }).place?.field).toBe(
    'predicate.failedTests.1',
  );
});

test('statements that lack what they must say are refused', () => {
  const field = (content: unknown) => faultOf(() => read(content)).place?.field;
  expect(field(statement({ result: 'passed' }))).toBe('predicate.result');
  expect(field(statement({ result: 'PASSED', passedTests: [1] }))).toBe('predicate.passedTests.0');
  expect(field(statement({ result: 'PASSED' }, { subject: [] }))).toBe('subject');
  expect(field(statement({ result: 'PASSED' }, { _type: 'https://example.org' }))).toBe('_type');
  expect(field({ ...envelope(GOOD), payloadType: 'text/plain' })).toBe('payloadType');
  expect(field({ ...envelope(GOOD), payload: 'A' })).toBe('payload');
  expect(faultOf(() => read(envelope({ ...GOOD, predicate: {} }))).place?.file).toBe('tests.json (payload)');
});

test('a statement that is cut off anywhere is refused, in an envelope too', () => {
  expectEveryCutRefused(inTotoTestResultReader, fileOf(JSON.stringify(GOOD)));
  expectEveryCutRefused(inTotoTestResultReader, fileOf(JSON.stringify(envelope(GOOD))));
});

test('other statements are not taken for it', () => {
  const provenance = { ...GOOD, predicateType: 'https://slsa.dev/provenance/v1' };
  const later = { ...GOOD, predicateType: 'https://in-toto.io/attestation/test-result/v0.2' };
  for (const content of [provenance, envelope(provenance), later, '', '[]', 'predicateType', '<a/>'])
    expect(inTotoTestResultReader.recognises(fileOf(content))).toBe(false);
});
