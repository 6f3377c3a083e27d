import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { playbookReader } from './playbook.ts';

const read = (content: unknown) => playbookReader.parse(fileOf(content, 'playbook.json'));

interface Sums {
  ok?: number;
  failures?: number;
  unreachable?: number;
  rescued?: number;
  ignored?: number;
}

/** A run of one play on one host. */
function run(results: object[], sums: Sums, changes: { play?: object; stats?: object } = {}) {
  const task = (result: object, index: number) => ({
    task: { name: `task ${index + 1}`, id: String(index) },
    hosts: { node: { action: 'command', changed: false, ...result } },
  });
  const duration = { start: '2026-02-03T10:30:00.250000Z', end: '2026-02-03T10:31:00Z' };
  return {
    custom_stats: {},
    global_custom_stats: changes.stats ?? {},
    plays: [{ play: { name: 'all', id: 'x', duration, ...changes.play }, tasks: results.map(task) }],
    stats: {
      node: { ok: 0, changed: 0, failures: 0, unreachable: 0, rescued: 0, ignored: 0, skipped: 0, ...sums },
    },
  };
}

const GOOD = run([{}, { skipped: true }, { failed: false }], { ok: 2 });

test('Ansible: every task is a case for each host', () => {
  expect(playbookReader.recognises(fileOf(GOOD))).toBe(true);
  expect(read(GOOD)).toEqual({
    format: 'playbook',
    tool: 'ansible',
    ranAt: '2026-02-03T10:30:00+00:00',
    measured: { tests: { passed: 2, failed: 0, errored: 0, skipped: 1 } },
    cases: [
      { name: 'all › task 1 › node', outcome: 'passed' },
      { name: 'all › task 2 › node', outcome: 'skipped' },
      { name: 'all › task 3 › node', outcome: 'passed' },
    ],
    failures: [],
    doubts: [],
  });
  expect(read({ plays: [], stats: {} }).doubts).toEqual(['no test ran']);
});

test('Ansible: what was ignored or rescued is neither passed nor failed', () => {
  const forgiven = read(run([{ failed: true }, {}, { failed: true }], { ok: 2, ignored: 1, rescued: 1 }));
  expect(forgiven.measured).toEqual({
    tests: { passed: 1, failed: 0, errored: 0, skipped: 2 },
    figures: { rescued: 1, ignored: 1 },
  });
  const failed = read(run([{ failed: true }, {}, { failed: true }], { ok: 2, ignored: 1, failures: 1 }));
  expect(failed.failures).toEqual(['1 test failed: all › task 3 › node']);
  expect(read(run([{ unreachable: true }], { unreachable: 1 })).failures).toEqual([
    '1 test ended in an error: all › task 1 › node',
  ]);
});

test('Ansible: sums that the tasks contradict are errors', () => {
  const fault = (content: unknown) => faultOf(() => read(content));
  expect(fault(run([{ failed: true }], { ok: 1 })).describe()).toMatch(
    /^playbook.json:\d+: stats.node: the sums of "node" say ok=1 failures=0 .* come to 0 that passed and 1 that did not/,
  );
  expect(fault(run([{}], { ok: 1, failures: 1 })).place?.field).toBe('stats.node');
  expect(fault(run([{}, {}], { ok: 1 })).place?.field).toBe('stats.node');
  expect(fault({ ...GOOD, stats: {} }).message).toBe('the host "node" has results and no sums');
  expect(fault({ plays: GOOD.plays }).place?.field).toBe('stats');
});

test('Ansible before 2.8 does not say what it forgave', () => {
  const old = (failures: number) => ({
    ...run([{ failed: true }, { failed: true }], {}),
    stats: { node: { ok: 1, failures, unreachable: 0 } },
  });
  expect(read(old(1)).measured.tests).toMatchObject({ failed: 1, skipped: 1 });
  expect(faultOf(() => read(old(3))).place?.field).toBe('stats.node');
});

test('Ansible: the path is the one that the playbook says or is called by', () => {
  const path = (changes: object) => read(run([{}], { ok: 1 }, changes)).measured.path;
  expect(path({ stats: { path: 'kind' } })).toBe('kind');
  expect(path({ stats: { path: 'bare metal' } })).toBe('bare metal');
  expect(path({ play: { name: 'Validate on kind' } })).toBe('kind');
  expect(path({ play: { path: '/work/cluster/linter.yml:3' } })).toBe('linter');
  expect(path({ play: { name: 'Make a cluster with kind' } })).toBeUndefined();
  expect(path({ play: { name: 'mankind' } })).toBeUndefined();
  const commit = '0123456789abcdef0123456789abcdef01234567';
  expect(read(run([{}], { ok: 1 }, { stats: { commit } })).commits).toEqual([commit]);
});

const resource = (status: string, name = 'api') => ({
  filename: 'api.yaml',
  kind: 'Service',
  name,
  version: 'v1',
  status,
  msg: '',
});
const manifests = (
  valid: number,
  invalid: number,
  errors: number,
  skipped: number,
  ...resources: object[]
) => ({
  resources,
  summary: { valid, invalid, errors, skipped },
});

test('kubeconform: every object is a case', () => {
  const content = manifests(
    1,
    1,
    1,
    1,
    ...['statusValid', 'statusInvalid', 'statusError', 'statusSkipped', ''].map((status) => resource(status)),
  );
  expect(playbookReader.recognises(fileOf(content))).toBe(true);
  expect(read(content)).toMatchObject({
    tool: 'kubeconform',
    measured: { tests: { passed: 1, failed: 1, errored: 1, skipped: 1 } },
    failures: [
      '1 test failed: api.yaml › Service › api',
      '1 test ended in an error: api.yaml › Service › api',
    ],
    doubts: [],
  });
});

test('kubeconform: without the good ones listed it proves nothing', () => {
  const quiet = 'it does not list what is valid: kubeconform does so with -verbose';
  expect(read(manifests(7, 0, 0, 0)).doubts).toEqual(['no test ran', quiet]);
  expect(read({ resources: [] }).doubts).toEqual(['no test ran', quiet]);
  expect(read({ resources: null, summary: { valid: 0, invalid: 0, errors: 0, skipped: 0 } }).doubts).toEqual([
    'no test ran',
  ]);
});

test('kubeconform: a summary that the objects contradict is an error', () => {
  const field = (content: unknown) => faultOf(() => read(content)).place?.field;
  expect(field(manifests(0, 2, 0, 0, resource('statusInvalid')))).toBe('summary.invalid');
  expect(field(manifests(0, 0, 0, 0, resource('statusError')))).toBe('summary.errors');
  expect(field(manifests(2, 0, 0, 0, resource('statusValid')))).toBe('summary.valid');
  expect(field(manifests(1, 0, 0, 0, resource('statusGreat')))).toBe('resources.0.status');
});

test('what is cut off anywhere is refused', () => {
  expectEveryCutRefused(playbookReader, fileOf(GOOD));
  expectEveryCutRefused(playbookReader, fileOf(manifests(1, 0, 0, 0, resource('statusValid'))));
});

test('other JSON is not taken for it', () => {
  const terraform = { version: 4, resources: [{ type: 'x', instances: [] }] };
  for (const content of ['', '[]', {}, terraform, { resources: [{ status: 'ready' }] }, { plays: 3 }])
    expect(playbookReader.recognises(fileOf(content))).toBe(false);
  expect(playbookReader.recognises(fileOf({ resources: [] }))).toBe(true);
});
