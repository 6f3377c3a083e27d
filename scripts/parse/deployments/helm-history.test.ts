import { expect, test } from 'vitest';
import { faultOf, fileOf } from '../report/report-fixture.ts';
import { parseHelmHistory } from './helm-history.ts';

const row = (more: object) => ({
  revision: 1,
  updated: '2026-03-02T10:00:00.123456789+05:30',
  status: 'deployed',
  chart: 'director-1.26.3',
  app_version: '1.26.3',
  description: 'Install complete',
  ...more,
});
const read = (...rows: object[]) => parseHelmHistory(fileOf(rows.map(row), 'director.json'));
const one = (more: object) => read(more)[0];

test('a revision as Helm 3 tells it', () => {
  expect(one({})).toEqual({
    revision: 1,
    at: '2026-03-02T04:30:00+00:00',
    outcome: 'succeeded',
    chart: 'director-1.26.3',
    isRollback: false,
    rolledBackTo: null,
    isUninstalled: false,
    words: '',
  });
});

test.each([
  ['deployed', 'Install complete', 'succeeded'],
  ['deployed', 'anything that a person writes', 'succeeded'],
  ['superseded', 'Upgrade complete', 'succeeded'],
  ['superseded', 'Rollback to 1', 'succeeded'],
  ['superseded', 'Upgrade "director" failed: timed out', 'failed'],
  ['superseded', 'Release "director" failed: timed out', 'failed'],
  ['superseded', 'Rollback "director" failed: timed out', 'failed'],
  ['superseded', 'Preparing upgrade', 'unknown'],
  ['superseded', 'Initial install underway', 'unknown'],
  ['superseded', 'superseded by new release', 'unknown'],
  ['failed', 'Upgrade "director" failed: timed out', 'failed'],
  ['pending-install', 'Initial install underway', 'running'],
  ['pending-upgrade', 'Preparing upgrade', 'running'],
  ['pending-rollback', 'Rollback to 1', 'running'],
  ['uninstalled', 'Uninstallation complete', 'unknown'],
  ['uninstalling', 'Deletion in progress (or silently failed)', 'unknown'],
  ['unknown', '', 'unknown'],
  ['SUPERSEDED', 'Upgrade complete', 'succeeded'],
  ['PENDING_UPGRADE', 'Preparing upgrade', 'running'],
  ['DELETED', 'Deletion complete', 'unknown'],
])('status %s with "%s" is %s', (status, description, outcome) => {
  expect(read({}, { revision: 2, status, description })[1]?.outcome).toBe(outcome);
});

test('only the last revision can be under way', () => {
  const pending = { status: 'pending-upgrade', description: 'Preparing upgrade' };
  expect(read({}, { revision: 2, ...pending }, { revision: 3 }).map(({ outcome }) => outcome)).toEqual([
    'succeeded',
    'unknown',
    'succeeded',
  ]);
});

test.each([
  ['the words of Helm 3', { description: 'Rollback to 1' }, 1, true],
  ['the field of Helm 4, which wins over words', { description: 'by hand', rollback_revision: 1 }, 1, true],
  ['no field where it is 0', { description: 'Upgrade complete', rollback_revision: 0 }, null, false],
  [
    'a rollback that failed and lost its target',
    { status: 'failed', description: 'Rollback "director" failed: no' },
    null,
    true,
  ],
  ['a rollback that is under way', { status: 'pending-rollback', description: 'Rollback to 1' }, 1, true],
  ['words with more behind them', { description: 'Rollback to 1 of the plan' }, null, false],
  [
    'words of a person about another chart',
    { description: 'Rollback to 1', chart: 'director-1.26.4' },
    null,
    false,
  ],
  ['words about a revision to come', { description: 'Rollback to 9' }, null, false],
])('a rollback is told by %s', (_name, more, rolledBackTo, isRollback) => {
  expect(read({}, { revision: 2, ...more })[1]).toMatchObject({ rolledBackTo, isRollback });
});

test('a rollback to a revision that is pruned counts', () => {
  expect(one({ revision: 12, description: 'Rollback to 3' })).toMatchObject({
    rolledBackTo: 3,
    isRollback: true,
  });
});

test.each([
  ['0001-01-01T00:00:00Z', null],
  ['', null],
  [null, null],
  ['Mon Oct  3 10:15:13 2016', null],
  ['2026-02-30T10:00:00Z', null],
  ['2026-03-02T10:00:00-08:00', '2026-03-02T18:00:00+00:00'],
  ['2026-03-02T23:59:59.999999999Z', '2026-03-02T23:59:59+00:00'],
])('the time %s is %s', (updated, at) => {
  expect(one({ updated })?.at).toBe(at);
});

test('YAML says the same as JSON, and keeps what looks like a number', () => {
  const text = `- app_version: "1.10"
  chart: director-1.10
  description: Rollback to 3
  revision: 12
  rollback_revision: 3
  status: deployed
  updated: "2026-03-02T10:00:00Z"
`;
  expect(parseHelmHistory(fileOf(text, 'director.yaml'))).toMatchObject([
    {
      revision: 12,
      rolledBackTo: 3,

      chart: 'director-1.10',
      at: '2026-03-02T10:00:00+00:00',
    },
  ]);
});

test('UTF-16, as a shell of Windows writes, is read', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify([row({})]), 'utf16le')]);
  expect(parseHelmHistory({ name: 'director.json', bytes })).toHaveLength(1);
});

test('what Helm has lost is null, and only words that are not usual are kept', () => {
  expect(
    one({ chart: 'MISSING', app_version: 'MISSING', description: ' Hot fix for *everyone* ' }),
  ).toMatchObject({
    chart: null,
    words: 'Hot fix for *everyone*',
  });
});

test('the table that people read is refused with what to write instead', () => {
  const fault = faultOf(() =>
    parseHelmHistory(fileOf('REVISION\tUPDATED   \tSTATUS\n1\tFri Sep  2\tdeployed\n', 'director.txt')),
  );
  expect(fault.describe()).toBe(
    'director.txt:1: this is the table that people read, and it leaves out zones and seconds\n  Write the file with: helm history RELEASE --namespace NAMESPACE -o json',
  );
});

test.each([
  ['an empty file', '', /the report is empty/],
  ['an empty history', '[]', /the history has no revision/],
  ['an error that Helm printed', 'Error: release: not found\n', /neither JSON nor YAML|expected array/],
  ['one revision that is no list', '{"revision":1}', /expected array/],
  ['a revision twice', JSON.stringify([row({}), row({})]), /stands in it twice/],
  ['a revision of 0', JSON.stringify([row({ revision: 0 })]), /count from 1/],
  [
    'a rollback to itself',
    JSON.stringify([row({ rollback_revision: 1 })]),
    /cannot have been rolled back to 1/,
  ],
  ['a status of another tool', JSON.stringify([row({ status: 'synced' })]), /"synced" is no status/],
  ['a key twice', '[{"revision":1,"revision":2}]', /stands twice/],
  ['a prototype', '[{"__proto__":{"revision":1}}]', /__proto__/],
  ['YAML whose last line is cut', '- revision: 1\n  status: deployed\n  chart: a-1.0', /cut off/],
])('%s is refused with the place and the command', (_name, text, message) => {
  const fault = faultOf(() => parseHelmHistory(fileOf(text, 'director.json')));
  expect(fault.message).toMatch(message);
  expect(fault.place?.file).toBe('director.json');
  expect(fault.hint).toMatch(/helm history RELEASE/);
});

test('a fault names line and field', () => {
  const text = '- revision: 1\n  status: deployed\n- revision: two\n  status: deployed\n';
  expect(faultOf(() => parseHelmHistory(fileOf(text, 'a.yaml'))).place).toEqual({
    file: 'a.yaml',
    line: 3,
    field: '1.revision',
  });
});

test('cut at any byte it is refused, in JSON always, and in YAML it never gives what was not there', () => {
  const rows = [row({ description: 'Größe — "fest" 🦊' }), row({ revision: 2, chart: 'director-1.27.0' })];
  const { bytes } = fileOf(rows);
  for (let length = 0; length < bytes.length; length += 1)
    faultOf(() => parseHelmHistory({ name: 'a.json', bytes: bytes.subarray(0, length) }));
  const yaml = new TextEncoder().encode(
    rows
      .map(
        (each) =>
          `- revision: ${each.revision}\n  status: ${each.status}\n  chart: ${each.chart}\n  updated: "${each.updated}"\n`,
      )
      .join(''),
  );
  for (let length = 0; length < yaml.length; length += 1) {
    const cut = { name: 'a.yaml', bytes: yaml.subarray(0, length) };
    const answer = attempt(() => parseHelmHistory(cut));
    for (const { chart } of answer) expect(['director-1.26.3', 'director-1.27.0', null]).toContain(chart);
  }
});

function attempt(action: () => ReturnType<typeof parseHelmHistory>): ReturnType<typeof parseHelmHistory> {
  try {
    return action();
  } catch (cause) {
    expect(cause).toHaveProperty('hint');
    return [];
  }
}
