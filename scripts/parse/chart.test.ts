import { expect, test } from 'vitest';
import { chartDependencies } from './chart.ts';

test('versions are text, whatever YAML would make of them', () => {
  const text = `dependencies:
  - { name: api, version: 5.10 }
  - { name: web, version: 12e4567 }
  - { name: agent, version: 0123, alias: daemon }
  - { name: local, repository: "file://../local" }
  - { name: kafka, version: "0.45.0", condition: kafka.enabled, tags: [queue] }
`;
  expect(Object.fromEntries(chartDependencies(text, 'Chart.yaml'))).toEqual({
    api: '5.10',
    web: '12e4567',
    // By its alias and by its name.
    daemon: '0123',
    agent: '0123',
    kafka: '0.45.0',
  });
});

test.each(['name: core\n', 'dependencies:\n', 'dependencies: []\n'])('no dependencies: %j', (text) => {
  expect(chartDependencies(text, 'Chart.yaml').size).toBe(0);
});

test.each(['', 'dependencies: yes', 'dependencies: [1]', '- a', 'a: [', 'dependencies: [{ version: "1" }]'])(
  'what is no chart is refused with its place: %j',
  (text) =>
    expect(() => chartDependencies(text, 'x/Chart.yaml')).toThrow(
      expect.objectContaining({ place: expect.objectContaining({ file: 'x/Chart.yaml' }) }),
    ),
);
