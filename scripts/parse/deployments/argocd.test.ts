import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { faultOf, fileOf } from '../report/report-fixture.ts';
import { parseApplications } from './argocd.ts';
import { application, entry, operation, ROLLBACK } from './argocd-fixture.ts';

const one = (...given: Parameters<typeof application>) =>
  parseApplications(fileOf(application(...given), 'director.json'))[0];
const last = (...given: Parameters<typeof application>) => one(...given)?.deployments.at(-1);

test('an entry of the history as Argo CD tells it', () => {
  expect(one('director-production', [entry(10, '1.26.3')])).toEqual({
    name: 'director-production',
    images: [],
    partial: null,
    deployments: [
      {
        id: 10,
        at: '2026-03-02T10:00:00+00:00',
        finishedAt: '2026-03-02T10:01:30+00:00',
        outcome: 'succeeded',
        sources: [
          {
            repository: 'https://charts.example.org',
            chart: 'director',
            path: null,
            target: '1.26.3',
            revision: '1.26.3',
            parameters: [],
            images: [],
          },
        ],
        username: 'tomasz',
        isRollback: false,
        isCurrent: true,
        words: '',
      },
    ],
  });
});

test('histories come by number, whatever their order, and begin where they were pruned to', () => {
  const ids = one('a', [entry(14, '1.2.0'), entry(12, '1.0.0'), entry(13, '1.1.0')])?.deployments.map(
    ({ id }) => id,
  );
  expect(ids).toEqual([12, 13, 14]);
});

test.each([
  ['no start', { deployStartedAt: undefined }, '2026-03-02T01:01:30+00:00', '2026-03-02T01:01:30+00:00'],
  [
    'a start after its end',
    { deployStartedAt: '2026-03-02T02:00:00Z' },
    '2026-03-02T02:00:00+00:00',
    '2026-03-02T02:00:00+00:00',
  ],
  ['the zero time', { deployStartedAt: null, deployedAt: null }, null, null],
])('times: %s', (_name, times, at, finishedAt) => {
  expect(last('a', [entry(1, '1.0.0', times)])).toMatchObject({ at, finishedAt });
});

test('several sources have a revision each, and those that lend their files are left out', () => {
  const sources = [
    { repoURL: 'https://git.example.org/values.git', targetRevision: 'main', ref: 'values' },
    { repoURL: 'https://charts.example.org', chart: 'director', targetRevision: '1.26.*' },
  ];
  const many = { source: undefined, revision: undefined, sources, revisions: ['a'.repeat(40), '1.26.3'] };
  expect(last('a', [entry(1, '', many)])?.sources).toMatchObject([
    { chart: 'director', revision: '1.26.3', target: '1.26.*' },
  ]);
});

test.each([
  ['Failed', 'failed', '2026-03-02T02:01:30+00:00', 'one or more objects failed to apply'],
  ['Error', 'failed', '2026-03-02T02:01:30+00:00', ''],
  ['Running', 'running', null, ''],
  ['Terminating', 'running', null, ''],
])('an operation that is %s comes next in the history', (phase, outcome, finishedAt, words) => {
  const found = one('a', [entry(1, '1.0.0')], { operationState: operation(phase, 2, '1.1.0') });
  expect(found?.deployments).toMatchObject([
    { id: 1, isCurrent: false },
    { id: 2, outcome, finishedAt, words, at: '2026-03-02T02:00:00+00:00', sources: [{ revision: '1.1.0' }] },
  ]);
});

test('an operation that succeeded is in the history already', () => {
  expect(
    one('a', [entry(2, '1.0.0')], { operationState: operation('Succeeded', 2, '1.0.0') })?.deployments,
  ).toHaveLength(1);
});

test('the first sync of all may fail, and says what it was by the application where nothing else does', () => {
  const failed = { ...operation('Failed', 2, ''), syncResult: undefined };
  const bare = { ...failed, operation: { sync: { revision: '1.27.0' } } };
  expect(last('a', [], { operationState: bare })).toMatchObject({
    id: 0,
    sources: [{ chart: 'director', revision: '1.27.0' }],
  });
});

test.each([
  [{ dryRun: true }, 'the dry run at 2026-03-02T02:00:00+00:00'],
  [{ resources: [{ kind: 'Job' }] }, 'the sync of 1 of its resources at 2026-03-02T02:00:00+00:00 (failed)'],
])('what deploys nothing or only some of it is told apart: %j', (sync, partial) => {
  const found = one('a', [entry(1, '1.0.0')], { operationState: operation('Failed', 2, '1.1.0', sync) });
  expect(found).toMatchObject({ partial, deployments: [{ id: 1 }] });
});

const THREE = [entry(1, '1.0.0'), entry(2, '1.1.0'), entry(3, '1.0.0')];
const asRollback = (phase = 'Succeeded', more: object = {}) =>
  operation(phase, 3, '1.0.0', { ...ROLLBACK, ...more });

test.each([
  ['the server made it of an earlier entry', THREE, asRollback(), true],
  ['it failed', THREE.slice(0, 2), asRollback('Failed'), true],
  ['it is under way', THREE.slice(0, 2), asRollback('Running'), true],
])('it is a rollback where %s', (_name, history, operationState, isRollback) => {
  expect(last('a', history, { operationState })?.isRollback).toBe(isRollback);
});

test.each([
  ['nothing says so', THREE, operation('Succeeded', 3, '1.0.0')],
  ['no operation is there', THREE, undefined],
  ['hooks ran', THREE, asRollback('Succeeded', { syncStrategy: { apply: {}, hook: {} } })],
  ['no source was given', THREE, asRollback('Succeeded', { source: undefined })],
  ['the entry before is the same', [entry(1, '1.0.0'), entry(2, '1.0.0'), entry(3, '1.0.0')], asRollback()],
  ['no entry was like it', [entry(1, '0.9.0'), entry(2, '1.1.0'), entry(3, '1.0.0')], asRollback()],
  ['the operation is another one', THREE, { ...asRollback(), startedAt: '2026-03-02T09:00:00Z' }],
  [
    'Argo CD did it by itself',
    THREE,
    {
      ...asRollback(),
      operation: { ...(asRollback() as { operation: object }).operation, initiatedBy: { automated: true } },
    },
  ],
])('it is no rollback where %s', (_name, history, operationState) => {
  expect(last('a', history, { operationState })?.isRollback).toBe(false);
});

test('lists of kubectl and of argocd, in JSON and YAML, hold the same', () => {
  const items = [application('a', [entry(1, '1.10')]), application('b', [entry(7, '0123456')])];
  const bare = items.map(
    ({ kind: _, apiVersion: __, ...rest }: { kind?: string; apiVersion?: string }) => rest,
  );
  const forms = [{ kind: 'List', items }, items, bare];
  const [first, ...others] = [
    ...forms.map((form) => fileOf(form)),
    ...forms.map((form) => fileOf(stringify(form))),
  ].map(parseApplications);
  expect(first?.map(({ name, deployments }) => [name, deployments[0]?.sources[0]?.revision])).toEqual([
    ['a', '1.10'],
    ['b', '0123456'],
  ]);
  for (const other of others) expect(other).toEqual(first);
});

test('an application that was never synced has no deployments', () => {
  expect(parseApplications(fileOf({ metadata: { name: 'a' } }))).toMatchObject([{ deployments: [] }]);
});

test.each([
  ['a table', 'NAME   SYNC STATUS   HEALTH STATUS\na      Synced        Healthy\n', undefined],
  [
    'what argocd prints for people',
    'Name:               argocd/director\nProject:            default\n',
    'metadata',
  ],
  ['another kind', JSON.stringify({ kind: 'ApplicationSet', metadata: { name: 'a' } }), 'kind'],
  [
    'a list with another kind',
    JSON.stringify({ items: [{ kind: 'Pod', metadata: { name: 'a' } }] }),
    'items.0.kind',
  ],
  [
    'a name that Kubernetes refuses',
    JSON.stringify(application('<b>ada@example.org</b>', [])),
    'metadata.name',
  ],
  [
    'a phase of another tool',
    JSON.stringify(application('a', [], { operationState: { phase: 'Done' } })),
    'status.operationState.phase',
  ],
  ['a prototype', '{"__proto__":{"metadata":{"name":"a"}}}', undefined],
  ['several documents', 'metadata:\n  name: a\n---\nmetadata:\n  name: b\n', undefined],
])('%s is refused with the command', (_name, text, field) => {
  const fault = faultOf(() => parseApplications(fileOf(text, 'director.json')));
  expect(fault.hint).toMatch(/kubectl get application NAME -o json/);
  expect(fault.place).toMatchObject({ file: 'director.json', ...(field !== undefined && { field }) });
});

test('prototype keys of YAML change nothing', () => {
  const text = 'metadata:\n  name: a\n__proto__:\n  polluted: "yes"\nconstructor:\n  prototype: {}\n';
  expect(parseApplications(fileOf(text))).toHaveLength(1);
  expect({}).not.toHaveProperty('polluted');
});

test('cut at any byte it is refused in JSON, and never breaks in YAML', () => {
  const content = application('a', [entry(1, '1.0.0', { initiatedBy: { username: 'Größe 🦊' } })]);
  const { bytes } = fileOf(content);
  for (let length = 0; length < bytes.length; length += 1)
    faultOf(() => parseApplications({ name: 'a.json', bytes: bytes.subarray(0, length) }));
  const yaml = new TextEncoder().encode(stringify(content));
  for (let length = 0; length < yaml.length; length += 1) readOrFault(yaml.subarray(0, length));
});

function readOrFault(bytes: Uint8Array): void {
  try {
    expect(parseApplications({ name: 'a.yaml', bytes })).toHaveLength(1);
  } catch (cause) {
    expect(cause).toHaveProperty('hint');
  }
}

test('deep nesting and many aliases are refused', () => {
  for (const text of [
    `${'['.repeat(100_000)}`,
    `a: &a [${'*a, '.repeat(3)}]\n`,
    `${'- '.repeat(50_000)}a\n`,
    bomb(),
  ])
    faultOf(() => parseApplications(fileOf(text)));
});

function bomb(): string {
  const lines = Array.from({ length: 30 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}, *x${at}, *x${at}]`);
  return `x0: &x0 [a]\n${lines.join('\n')}\n`;
}
