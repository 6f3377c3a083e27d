import { expect, test } from 'vitest';
import { oidOf } from '../../github-stand-in/index.ts';
import { faultOf } from '../../parse/report/report-fixture.ts';
import { observeHelm } from './helm.ts';
import { helmReleaseOf } from './helm-release.ts';
import { contextOf, expectRecords, given, orders, policyOf } from './import-fixture.ts';
import { releaseLookup } from './known-releases.ts';

const row = (revision: number, chart: string, more: object = {}) => ({
  revision,
  updated: `2026-03-${String(10 + revision).padStart(2, '0')}T10:00:00.5+05:30`,
  status: 'superseded',
  chart,
  app_version: '',
  description: 'Upgrade complete',
  ...more,
});
const history = (...rows: object[]) => [given('director.json', rows)];

function taken(files: ReturnType<typeof history>, context = contextOf()) {
  const { observed, notTaken } = observeHelm(files, context);
  expectRecords(observed);
  return { observed, notTaken };
}

test('the umbrella chart deploys the release with all of its modules', () => {
  const files = history(row(1, 'director-1.26.3', { description: 'Install complete' }));
  const { observed, notTaken } = taken(files);
  expect(notTaken).toEqual([]);
  expect(observed).toEqual([
    {
      product: 'director',
      environment: 'production',
      kind: 'deploy',
      version: '1.26.3',
      versionFrom: "Helm's revision 1 has chart director-1.26.3, which is release 1.26.3",
      modules: [
        { id: 'api', version: '2.4.0', commit: oidOf('api 2.4.0') },
        { id: 'umbrella', version: '1.26.3', commit: oidOf('umbrella 1.26.3'), chart: '1.26.3', revision: 1 },
        { id: 'web', version: '3.1.0', commit: oidOf('web 3.1.0') },
      ],
      source: {
        kind: 'helm',
        at: '2026-03-11T04:30:00+00:00',
        outcome: 'succeeded',
        release: 'director',
        revision: 1,
        file: 'director.json',
        digest: files[0]?.digest,
      },
      toldBy: { name: 'director.json', digest: files[0]?.digest, bytes: files[0]?.bytes },
      body: '',
    },
  ]);
});

test.each([
  [
    'a module by its chart',
    'api-2.4.0',
    '1.26.3',
    "Helm's revision 1 has chart api-2.4.0; 1.26.3 is the newest release that has it by then",
    '2.4.0',
  ],
  [
    'a module that several releases have',
    'web-3.1.0',
    '1.27.0',
    "Helm's revision 1 has chart web-3.1.0; 1.27.0 is the newest release that has it by then",
    '3.1.0',
  ],
  [
    'a version that no release has',
    'api-9.9.9',
    '9.9.9',
    "Helm's revision 1 has chart api-9.9.9; the ledger knows no release that has it",
    '9.9.9',
  ],
])('%s is a part of the product', (_name, chart, version, versionFrom, own) => {
  const { observed } = taken(history(row(1, chart)));
  expect(observed).toMatchObject([
    { part: true, version, versionFrom, modules: [{ version: own, chart: own, revision: 1 }] },
  ]);
  expect(observed[0]?.modules).toHaveLength(1);
});

test('a module that is deployed before its release is tagged is of the first release that has it', () => {
  const early = row(1, 'api-2.5.0', { updated: '2026-03-05T10:00:00Z' });
  expect(taken(history(early)).observed).toMatchObject([
    {
      version: '1.27.0',
      versionFrom:
        "Helm's revision 1 has chart api-2.5.0; 1.27.0 is the first release that has it, tagged later",
    },
  ]);
});

test('an umbrella chart of which the ledger knows no release tells of itself only', () => {
  const { observed } = taken(history(row(1, 'director-0.9.0')));
  expect(observed).toMatchObject([
    { version: '0.9.0', part: true, modules: [{ id: 'umbrella', version: '0.9.0' }] },
  ]);
});

test('a product of one module is deployed whole, whether the ledger knows the release or not', () => {
  const policy = policyOf({ modules: [{ id: 'core', repository: '../core.git', tags: ['v{version}'] }] });
  const { observed } = taken(
    history(row(1, 'core-0.9.0')),
    contextOf({ policy, releaseOf: releaseLookup([]) }),
  );
  expect(observed).toMatchObject([{ version: '0.9.0', modules: [{ id: 'core' }] }]);
  expect(observed[0]).not.toHaveProperty('part');
});

test('a chart that is called by the nomenclature is followed to its release', () => {
  const sha = oidOf('api 2.4.0').slice(0, 7);
  expect(taken(history(row(1, `api-2-4-0-${sha}`))).observed).toMatchObject([
    { version: '1.26.3', modules: [{ id: 'api', version: '2.4.0', chart: `2-4-0-${sha}` }] },
  ]);
});

test('the policy says which module a release of Helm deploys, whatever its chart is called', () => {
  const environments = [{ id: 'production', helm: [{ release: 'backend', module: 'api' }] }];
  const file = given('helm-history-backend.json', [row(1, 'generic-app-2.4.0')]);
  const { observed } = taken([file], contextOf({ policy: policyOf({ environments }) }));
  expect(observed).toMatchObject([
    { version: '1.26.3', modules: [{ id: 'api' }], source: { release: 'backend' } },
  ]);
});

test('charts of nobody are told once, with what to write into the policy', () => {
  const { observed, notTaken } = taken(history(row(1, 'redis-17.0.0'), row(2, 'redis-17.0.0')));
  expect(observed).toEqual([]);
  expect(notTaken).toEqual([
    {
      what: 'revisions 1, 2 of director',
      because:
        'chart "redis" is of no module; if it is, write "helm: [{ release: director, module: umbrella }]" into environment production of policy.md',
    },
  ]);
});

test('a rollback takes away the version of the revision before', () => {
  const back = row(3, 'director-1.26.3', { description: 'Rollback to 1', status: 'deployed' });
  const { observed } = taken(history(row(1, 'director-1.26.3'), row(2, 'director-1.27.0'), back));
  expect(observed.at(-1)).toMatchObject({
    kind: 'rollback',
    version: '1.26.3',
    rollback: { from: '1.27.0' },
    source: { revision: 3, rolledBackTo: 1 },
  });
});

test('a rollback whose history is pruned does not know what it took away, unless an older file does', () => {
  const back = row(3, 'director-1.26.3', {
    rollback_revision: 1,
    description: 'because of errors',
    status: 'deployed',
  });
  const [pruned] = history(back);
  const older = given('director.json', [row(1, 'director-1.26.3'), row(2, 'director-1.27.0')]);
  expect(taken(history(back)).observed).toMatchObject([
    { kind: 'rollback', rollback: { from: null }, body: '```text\nbecause of errors\n```\n' },
  ]);
  expect(taken([pruned, older].filter((file) => file !== undefined)).observed.at(-1)?.rollback).toEqual({
    from: '1.27.0',
  });
});

test('a failed upgrade keeps its reason, and nothing in it can leave its fence', () => {
  const description = 'Upgrade "director" failed: <b>``` # no</b> ask ada@example.org\n```\n# Heading';
  const { observed } = taken(history(row(1, 'director-1.26.3', { status: 'failed', description })));
  expect(observed).toMatchObject([
    {
      kind: 'deploy',
      source: { outcome: 'failed' },
      body: '````text\nUpgrade "director" failed: <b>``` # no</b> ask (address removed)\n```\n# Heading\n````\n',
    },
  ]);
});

test('what is uninstalled was deployed, and the uninstallation has no time', () => {
  const gone = row(2, 'director-1.27.0', { status: 'uninstalled', description: 'Uninstallation complete' });
  const { observed, notTaken } = taken(history(row(1, 'director-1.26.3'), gone));
  expect(observed.map(({ source }) => source.outcome)).toEqual(['succeeded', 'unknown']);
  expect(notTaken).toEqual([
    {
      what: 'the uninstallation of director at revision 2',
      because: 'Helm does not say when it was, and nothing took its place',
    },
  ]);
});

test('rows that say too little are told, and stop no other', () => {
  const { observed, notTaken } = taken(
    history(
      row(1, 'director-1.26.3', { updated: '0001-01-01T00:00:00Z' }),
      row(2, 'MISSING'),
      row(3, 'director-latest'),
      row(4, 'director-1.26.3'),
    ),
  );
  expect(observed).toMatchObject([{ source: { revision: 4 } }]);
  expect(notTaken).toEqual([
    {
      what: 'revision 1 of director',
      because: 'Helm does not say when it began, or in which zone that time is',
    },
    { what: 'revision 2 of director', because: 'Helm has lost its chart' },
    { what: 'revision 3 of director', because: 'its chart "director-latest" names no version' },
  ]);
});

test('files that overlap give each deployment once, by the one that knows how it ended, in any order', () => {
  const early = given('director.json', [
    row(1, 'director-1.26.3'),
    row(2, 'director-1.27.0', { status: 'pending-upgrade', description: 'Preparing upgrade' }),
  ]);
  const late = given('director.json', [
    row(2, 'director-1.27.0', { status: 'failed', description: 'Upgrade "director" failed: no' }),
    row(3, 'director-1.26.3', { status: 'deployed', description: 'Rollback to 1' }),
  ]);
  const other = given('api.json', [row(2, 'api-2.5.0')]);
  const [first, ...rest] = orders([early, late, other]).map((files) => taken(files));
  expect(
    first?.observed.map(
      ({ source }) => 'revision' in source && [source.release, source.revision, source.outcome],
    ),
  ).toEqual([
    ['director', 1, 'succeeded'],
    ['api', 2, 'succeeded'],
    ['director', 2, 'failed'],
    ['director', 3, 'succeeded'],
  ]);
  for (const answer of rest) expect(answer).toEqual(first);
});

test.each([
  ['director.json', 'director'],
  ['director-history.yaml', 'director'],
  ['helm-history-director-api.json', 'director-api'],
  ['history_director.json', 'director'],
  ['director.helm-history.json', 'director'],
  ['history.json', 'history'],
  ['my-history.json', 'my-history'],
])('the file %s is of release %s', (file, release) => {
  expect(helmReleaseOf(file, { helm: [{ release: 'my-history', module: 'api' }] })).toBe(release);
});

test.each(['Ada@example.org.json', 'Geschichte vom März.json', `${'a'.repeat(54)}.json`])(
  'the file %s is of none',
  (file) => {
    expect(faultOf(() => helmReleaseOf(file, {})).hint).toMatch(/director\.json/);
  },
);
