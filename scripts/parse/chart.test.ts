import { expect, test } from 'vitest';
import { byKnownName, chartDependencies, dependenciesIn, withLock } from './chart.ts';

function versions(text: string): Record<string, string> {
  const known = byKnownName(chartDependencies(text, 'Chart.yaml'));
  return Object.fromEntries([...known].map(([name, { version }]) => [name, version]));
}

test('versions are text, whatever YAML would make of them', () => {
  const text = `dependencies:
  - { name: api, version: 5.10 }
  - { name: web, version: 12e4567 }
  - { name: agent, version: 0123, alias: daemon }
  - { name: local, repository: "file://../local" }
  - { name: kafka, version: "0.45.0", condition: kafka.enabled, tags: [queue] }
`;
  expect(versions(text)).toEqual({
    api: '5.10',
    web: '12e4567',
    // By its alias and by its name.
    daemon: '0123',
    agent: '0123',
    kafka: '0.45.0',
  });
});

test.each(['name: core\n', 'dependencies:\n', 'dependencies: []\n'])('no dependencies: %j', (text) => {
  expect(chartDependencies(text, 'Chart.yaml')).toEqual([]);
});

test.each(['', 'dependencies: yes', 'dependencies: [1]', '- a', 'a: [', 'dependencies: [{ version: "1" }]'])(
  'what is no chart is refused with its place: %j',
  (text) =>
    expect(() => chartDependencies(text, 'x/Chart.yaml')).toThrow(
      expect.objectContaining({ place: expect.objectContaining({ file: 'x/Chart.yaml' }) }),
    ),
);

test('a file beside the chart may be empty', () => {
  expect(dependenciesIn('', 'requirements.yaml')).toEqual([]);
  expect(dependenciesIn('# none yet\n', 'requirements.yaml')).toEqual([]);
});

test('neither passwords nor addresses nor line feeds come out of a chart', () => {
  const text = `dependencies:
  - name: "redis\\n## Security"
    version: 1.0.0
    alias: ""
    repository: https://robot:secret@charts.example.org/redis
  - { name: kafka, version: me@example.org, repository: oci://registry.example.org/kafka }
  - { name: " ", version: 1.0.0 }
`;
  expect(chartDependencies(text, 'charts/suite/Chart.yaml')).toEqual([
    {
      name: 'redis ## Security',
      version: '1.0.0',
      repository: 'https://charts.example.org/redis',
      file: 'Chart.yaml',
    },
    {
      name: 'kafka',
      version: '(address removed)',
      repository: 'oci://registry.example.org/kafka',
      file: 'Chart.yaml',
    },
  ]);
});

const dependency = (name: string, version: string, file = 'Chart.yaml') => ({ name, version, file });

test.each([
  ['~0.44', '0.44.3', '0.44.3'],
  ['5.0', '5.0.7', '5.0.7'],
  ['>=1.0.0 <2.0.0', '1.9.0', '1.9.0'],
  ['', '1.9.0', '1.9.0'],
  // Helm refuses to build with a lock that contradicts the chart.
  ['0.45.0', '0.44.3', '0.45.0'],
  ['v0.45.0-rc.1', 'v0.44.3', 'v0.45.0-rc.1'],
  ['~0.44', '', '~0.44'],
])('asked for %j and locked %j is %j', (asked, locked, version) => {
  const told = withLock([dependency('kafka', asked)], [dependency('kafka', locked, 'Chart.lock')]);
  expect(told).toEqual([
    { ...dependency('kafka', version), file: version === locked ? 'Chart.lock' : 'Chart.yaml' },
  ]);
});

test('a lock holds dependencies of one name in the order of the chart, and may lack one', () => {
  const asked = [dependency('redis', '^1'), dependency('kafka', '~2.1'), dependency('redis', '^2')];
  const lock = [dependency('redis', '1.4.0'), dependency('redis', '2.2.0')];
  expect(withLock(asked, lock).map(({ version }) => version)).toEqual(['1.4.0', '~2.1', '2.2.0']);
});
