import { expect, test } from 'vitest';
import { oidOf } from '../../github-stand-in/index.ts';
import { application, entry, operation, ROLLBACK } from '../../parse/deployments/argocd-fixture.ts';
import { observeArgocd } from './argocd.ts';
import { parseImage } from './argocd-images.ts';
import type { ImportContext } from './context.ts';
import { contextOf, expectRecords, given, orders, policyOf } from './import-fixture.ts';

const PRODUCTION = [{ application: 'director-production', module: 'umbrella' }];
const listing = (argocd = PRODUCTION) =>
  contextOf({ policy: policyOf({ environments: [{ id: 'staging' }, { id: 'production', argocd }] }) });

function taken(content: object, context: ImportContext = listing()) {
  const { observed, notTaken } = observeArgocd([given('apps.json', content)], context);
  expectRecords(observed);
  return { observed, notTaken };
}

const director = (history: object[], status: object = {}) =>
  application('director-production', history, status);
const git = (revision: string, targetRevision: string, more: object = {}) => ({
  revision,
  source: {
    repoURL: 'https://user:secret@git.example.org/config.git',
    path: 'apps/api',
    targetRevision,
    ...more,
  },
});
const apiListed = () => listing([{ application: 'api', module: 'api' }]);

test('the umbrella chart deploys the release with all of its modules', () => {
  const { observed, notTaken } = taken(director([entry(4, '1.26.3')]));
  expect(notTaken).toEqual([]);
  expect(observed).toMatchObject([
    {
      kind: 'deploy',
      version: '1.26.3',
      versionFrom:
        "Argo CD's deployment 4 of director-production has chart director 1.26.3, which is release 1.26.3",
      by: 'tomasz-zielinski',
      modules: [
        { id: 'api', version: '2.4.0', commit: oidOf('api 2.4.0') },
        { id: 'umbrella', version: '1.26.3', chart: '1.26.3' },
        { id: 'web', version: '3.1.0' },
      ],
      source: {
        kind: 'argocd',
        at: '2026-03-02T04:00:00+00:00',
        finishedAt: '2026-03-02T04:01:30+00:00',
        outcome: 'succeeded',
        application: 'director-production',
        id: 4,
        file: 'apps.json',
      },
      toldBy: { name: 'apps.json' },
      body: '',
    },
  ]);
});

test('a rollback takes away the version of the entry before, failed ones aside', () => {
  const history = [entry(4, '1.26.3'), entry(5, '1.27.0'), entry(6, '1.26.3')];
  const { observed } = taken(
    director(history, { operationState: operation('Succeeded', 6, '1.26.3', ROLLBACK) }),
  );
  expect(observed.map(({ kind, rollback }) => [kind, rollback?.from])).toEqual([
    ['deploy', undefined],
    ['deploy', undefined],
    ['rollback', '1.27.0'],
  ]);
});

test('a sync that failed is a deployment that failed, with its reason fenced', () => {
  const failed = { ...operation('Failed', 6, '1.27.0'), message: '```\n<script> ask ops@example.org' };
  const { observed } = taken(director([entry(5, '1.26.3')], { operationState: failed }));
  expect(observed.at(-1)).toMatchObject({
    version: '1.27.0',
    source: { outcome: 'failed', id: 6 },
    body: '````text\n```\n<script> ask (address removed)\n````\n',
  });
});

test.each([
  ['Tomasz', 'tomasz-zielinski'],
  ['tomasz@example.org', 'tomasz-zielinski'],
  ['ada.lovelace@example.org', 'ada.lovelace'],
  ['"Ada <ada@example.org>"', '"Ada ada'],
  ['@example.org', undefined],
  [undefined, undefined],
])('the user %s is %s, and never an address', (username, by) => {
  expect(taken(director([entry(4, '1.26.3', { initiatedBy: { username } })])).observed[0]?.by).toBe(by);
});

test('digests are those of images called like modules, of the last deployment only', () => {
  const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];
  const images = [
    `registry.example:5000/team/api:2.4.0@${one}`,
    `registry.example/web@${one}`,
    `registry.example/web@${two}`,
    'registry.example/umbrella:1.26.3',
    `docker.io/redis@${two}`,
  ];
  const { observed } = taken(director([entry(3, '1.26.3'), entry(4, '1.26.3')], { summary: { images } }));
  expect(observed.map(({ modules }) => modules.map(({ digest }) => digest))).toEqual([
    [undefined, undefined, undefined],
    [one, undefined, undefined],
  ]);
  const running = { summary: { images }, operationState: operation('Running', 5, '1.27.0') };
  expect(JSON.stringify(taken(director([entry(4, '1.26.3')], running)).observed)).not.toContain(one);
});

test.each([
  [
    'the commit',
    git(oidOf('api 2.4.0'), 'main'),
    '1.26.3',
    `is of commit ${oidOf('api 2.4.0').slice(0, 12)}; 1.26.3 is`,
  ],
  ['the tag', git(oidOf('other'), 'refs/tags/v2.4.0'), '1.26.3', 'is of tag v2.4.0; 1.26.3 is'],
  [
    "Helm's parameters",
    git(oidOf('other'), 'main', { helm: { parameters: [{ name: 'image.tag', value: 'v2.4.0' }] } }),
    '1.26.3',
    'sets image.tag to v2.4.0; 1.26.3 is',
  ],
  [
    "the module's own parameters",
    git(oidOf('other'), 'main', {
      helm: {
        parameters: [
          { name: 'redis.image.tag', value: '7.0.0' },
          { name: 'api.image.tag', value: '2.4.0' },
        ],
      },
    }),
    '1.26.3',
    'sets api.image.tag to 2.4.0; 1.26.3 is',
  ],
  [
    "Kustomize's images",
    git(oidOf('other'), 'main', { kustomize: { images: ['api=registry.example/api:2.4.0'] } }),
    '1.26.3',
    'puts in place image api=registry.example/api:2.4.0; 1.26.3 is',
  ],
  [
    'a tag that no release has',
    git(oidOf('other'), 'v2.9.0'),
    '2.9.0',
    'is of tag v2.9.0; the ledger knows no release',
  ],
])('the version of a git source is told by %s', (_name, placed, version, versionFrom) => {
  const history = [
    entry(4, '', { deployStartedAt: '2026-03-05T00:00:00Z', deployedAt: '2026-03-05T00:01:00Z', ...placed }),
  ];
  const { observed } = taken(application('api', history), apiListed());
  expect(observed).toMatchObject([{ version, part: true }]);
  expect(observed[0]?.versionFrom).toContain(versionFrom);
  expect(JSON.stringify({ ...observed[0], toldBy: null })).not.toContain('secret');
});

test('images that run tell the version where nothing else does', () => {
  const status = { summary: { images: ['registry.example/api:2.4.0'] } };
  const history = [entry(3, '', git(oidOf('a'), 'main')), entry(4, '', git(oidOf('b'), 'main'))];
  const { observed, notTaken } = taken(application('api', history, status), apiListed());
  expect(observed).toMatchObject([{ source: { id: 4 }, modules: [{ id: 'api', version: '2.4.0' }] }]);
  expect(notTaken).toEqual([
    {
      what: 'deployment 3 of api',
      because: `Argo CD's deployment 3 of api is of commit ${oidOf('a').slice(0, 12)}, which names no version that the ledger knows`,
    },
  ]);
});

test("a folder of the lead module's chart, and an application called like a module, need no list", () => {
  const chart = git(oidOf('umbrella 1.26.3'), 'v1.26.3', { path: 'charts/director' });
  const items = [
    application('prod', [entry(1, '', chart)]),
    application('web', [entry(1, '', git(oidOf('web 3.1.0'), 'v3.1.0'))]),
    application('grafana', [entry(1, '9.0.0', { source: { chart: 'grafana', targetRevision: '9.0.0' } })]),
  ];
  const { observed, notTaken } = taken({ items }, contextOf());
  expect(observed.map(({ version, part, modules }) => [version, part, modules.length])).toEqual([
    ['1.26.3', undefined, 3],
    ['1.26.3', true, 1],
  ]);
  expect(notTaken).toEqual([
    {
      what: 'application grafana',
      because:
        'it is of no module; if it is, write "argocd: [{ application: grafana, module: umbrella }]" into environment production of policy.md',
    },
  ]);
});

test('applications of several environments in one file are told apart by the policy, or not taken', () => {
  const items = ['director-staging', 'director-production'].map((name) =>
    application(name, [entry(1, '1.26.3')]),
  );
  expect(taken({ items }, contextOf())).toMatchObject({
    observed: [],
    notTaken: [
      {
        because: expect.stringContaining(
          'director-production and director-staging all deploy umbrella: write "argocd:',
        ),
      },
      { what: 'application director-staging' },
    ],
  });
  const environments = [
    { id: 'staging', argocd: [{ application: 'director-staging', module: 'umbrella' }] },
    { id: 'production', argocd: PRODUCTION },
  ];
  expect(taken({ items }, contextOf({ policy: policyOf({ environments }) }))).toMatchObject({
    observed: [{ source: { application: 'director-production' } }],
    notTaken: [{ what: 'application director-staging', because: 'the policy says that it is of staging' }],
  });
});

test('syncs of a part, and applications without a history, are told', () => {
  const part = operation('Succeeded', 5, '1.26.3', { resources: [{ kind: 'Job' }] });
  expect(taken(director([entry(4, '1.26.3')], { operationState: part })).notTaken).toEqual([
    {
      what: 'the sync of 1 of its resources at 2026-03-02T05:00:00+00:00 (succeeded) of director-production',
      because: 'it did not deploy the application as a whole',
    },
  ]);
  expect(taken(director([])).notTaken).toEqual([
    { what: 'application director-production', because: 'Argo CD has no history of it' },
  ]);
});

test('files of several days give each deployment once, and a rollback stays one, in any order', () => {
  const rolledBack = { operationState: operation('Succeeded', 6, '1.26.3', ROLLBACK) };
  const files = [
    given('a.json', director([entry(4, '1.26.3'), entry(5, '1.27.0')])),
    given('b.json', director([entry(6, '1.26.3')], { operationState: operation('Running', 7, '1.27.0') })),
    given('c.json', director([entry(4, '1.26.3'), entry(5, '1.27.0'), entry(6, '1.26.3')], rolledBack)),
    given('d.json', director([entry(6, '1.26.3'), entry(7, '1.27.0')])),
  ];
  const [first, ...others] = orders(files).map((each) => observeArgocd(each, listing()));
  expect(
    first?.observed.map(({ kind, source }) => [kind, 'id' in source && source.id, source.outcome]),
  ).toEqual([
    ['deploy', 4, 'succeeded'],
    ['deploy', 5, 'succeeded'],
    ['rollback', 6, 'succeeded'],
    ['deploy', 7, 'succeeded'],
  ]);
  for (const other of others) expect(other).toEqual(first);
});

test.each([
  ['api', 'api', null],
  ['registry.example:5000/api', 'api', null],
  ['registry.example:5000/team/api:1.2', 'api', '1.2'],
  ['old=registry.example/api:1.2@sha256:no', 'api', '1.2'],
])('the image %s is %s at %s', (text, name, tag) => {
  expect(parseImage(text)).toEqual({ name, tag, digest: null });
});
