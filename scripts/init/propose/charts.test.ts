import { describe, expect, test } from 'vitest';
import { isShippedChart, wantedFiles } from '../look/wanted-files.ts';
import { factsOf } from '../testing.ts';
import { chartFolder, chartsOf, proposeChart, thirdParties } from './charts.ts';

const chart = (name: string, dependencies = ''): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${dependencies}`;
const NEEDS = `dependencies:
  - { name: api, version: 1.0.0, repository: "https://charts.example.org" }
  - { name: redis, version: 17.0.0, repository: "https://charts.example.org" }
  - { name: crds, version: 1.0.0, repository: "file://./charts/crds" }
`;

describe('the chart that holds a product together', () => {
  test('is the one that depends on its modules, and its other dependencies are others’', () => {
    const charts = chartsOf(
      factsOf({ texts: { 'a/Chart.yaml': chart('core'), 'b/Chart.yaml': chart('all', NEEDS) } }),
    );
    const found = proposeChart(charts, ['core'], ['api']);
    expect(found?.because).toBe('b/Chart.yaml depends on api');
    expect(found && thirdParties(found.value, ['core', 'api'])).toEqual(['redis']);
  });

  test('is the one that is called as the product', () => {
    const charts = chartsOf(
      factsOf({ texts: { 'a/Chart.yaml': chart('x'), 'b/Chart.yaml': chart('Core') } }),
    );
    expect(proposeChart(charts, ['core'], [])?.because).toBe('b/Chart.yaml is the chart called Core');
  });

  test('is the only one, also at the top', () => {
    const found = proposeChart(chartsOf(factsOf({ texts: { 'Chart.yaml': chart('x') } })), ['core'], []);
    expect(found && chartFolder(found.value)).toBe('.');
  });

  test('is none of several, of templates and of broken ones', () => {
    const texts = {
      'a/Chart.yaml': chart('x'),
      'b/Chart.yaml': chart('y'),
      'c/Chart.yaml': '{{ .x }}: {',
      'd/Chart.yaml': '',
    };
    const charts = chartsOf(factsOf({ texts }));
    expect(charts.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(proposeChart(charts, ['core'], [])).toBeNull();
  });

  test('may have its dependencies in Helm 2’s file', () => {
    const texts = { 'a/Chart.yaml': chart('core'), 'a/requirements.yaml': NEEDS };
    expect(chartsOf(factsOf({ texts }))[0]?.dependencies).toHaveLength(3);
  });
});

test.each([
  ['charts/core/Chart.yaml', true],
  ['Chart.yaml', true],
  ['charts/core/charts/redis/Chart.yaml', false],
  ['pkg/testdata/x/Chart.yaml', false],
  ['examples/Chart.yaml', false],
])('%s is shipped: %s', (path, is) => {
  const files = new Set(['charts/core/Chart.yaml', 'charts/core/charts/redis/Chart.yaml', 'Chart.yaml']);
  expect(isShippedChart(path, path === 'charts/core/Chart.yaml' ? new Set([path]) : files)).toBe(is);
});

test('files are wanted that tell of pipelines, charts and people, and no others', () => {
  const files = [
    'src/a.go',
    '.github/workflows/a.yml',
    'CODEOWNERS',
    'charts/x/Chart.yaml',
    'a/b/c/d/e/OWNERS',
    'README.md',
  ];
  expect(wantedFiles(files)).toEqual([
    '.github/workflows/a.yml',
    'CODEOWNERS',
    'README.md',
    'charts/x/Chart.yaml',
  ]);
});
