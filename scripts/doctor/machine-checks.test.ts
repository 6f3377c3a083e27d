import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useWorkspace } from '../testing/workspace.ts';
import { clock } from './checks/machine/clock.ts';
import { killedCommand } from './checks/machine/killed-command.ts';
import { examineMachine } from './examine-machine.ts';
import { cachePlaces } from './facts/cache-places.ts';
import { killedBuilds } from './facts/killed-builds.ts';
import { killedCommands } from './facts/killed-commands.ts';
import { type MachineFacts, machineFacts } from './facts/machine.ts';
import { newerOf } from './facts/newest-record.ts';
import { canBeTyped } from './testing/can-be-typed.ts';
import { NO_TROUBLE } from './testing/no-trouble.ts';
import { NOW } from './testing/sound-ledger.ts';

const space = useWorkspace();
/** No process has this number. */
const NOBODY = '999999999';

function place(...parts: string[]): string {
  return path.join(space.root, ...parts);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the machine', () => {
  test.each<[string, Partial<MachineFacts>, Partial<MachineFacts>]>([
    ['node-too-old', { node: '22.9.0' }, { node: '25.0.0' }],
    ['git-missing', { git: null }, {}],
    ['git-too-old', { git: '2.23.9' }, { git: '2.24.0' }],
    ['git-too-old', { git: '1.99.0' }, { git: '3.0.0' }],
    [
      'cache-not-writable',
      { caches: [{ folder: '/a', writable: false }] },
      {
        caches: [
          { folder: '/a', writable: false },
          { folder: '/b', writable: true },
        ],
      },
    ],
    ['build-killed', { killedBuilds: [{ folder: '/a', half: false }] }, {}],
    ['build-killed', { killedBuilds: [{ folder: '/a', half: true }] }, {}],
  ])('%s', async (id, facts, sound) => {
    const ids = (machine: MachineFacts) =>
      examineMachine(machine, place('none'), null, NOW).map((each) => each.id);
    expect(ids({ ...NO_TROUBLE, ...facts })).toEqual([id]);
    expect(ids({ ...NO_TROUBLE, ...sound })).toEqual([]);
    for (const { mend } of examineMachine({ ...NO_TROUBLE, ...facts }, place('none'), null, NOW))
      await canBeTyped(mend);
  });

  test('is looked at as it is', async () => {
    const { node, nodeWanted, git } = await machineFacts();
    expect(node).toBe(process.versions.node);
    expect(nodeWanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect(git).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('shows where things can be kept, and nothing is made there', () => {
    const places = cachePlaces({ LEDGER_CACHE: place('deep', 'cache') });
    expect(places).toEqual([{ folder: place('deep', 'cache'), writable: true }]);
    expect(readdirSync(space.root)).not.toContain('deep');
    write(place('file'), '');
    expect(cachePlaces({ LEDGER_CACHE: place('file') })[0]?.writable).toBe(false);
    expect(
      cachePlaces({ XDG_CACHE_HOME: place('users') }, place('tool')).map(({ folder }) => folder),
    ).toEqual([place('tool', '.cache'), place('users', 'release-ledger')]);
  });

  test('shows builds that were killed, and none that go on', () => {
    write(place('builds', 'site', 'public-1', 'lock'), NOBODY);
    write(place('builds', 'site', 'public-2', 'lock'), String(process.pid));
    write(place('builds', 'internal', 'applying'), '');
    write(place('builds', 'site', 'public-3', 'trace'), '');
    expect(killedBuilds(place('builds'))).toEqual([
      { folder: place('builds', 'internal'), half: true },
      { folder: place('builds', 'site', 'public-1'), half: false },
    ]);
  });
});

describe('commands that were killed', () => {
  test('are told from those that go on', async () => {
    write(place('content', '.pending', 'owner'), NOBODY);
    write(place('content', '.pending-999999998', 'journal.json'), '{}');
    write(place('content', `.pending-${process.pid}`, 'owner'), '');
    const found = killedCommand(killedCommands(place('content')));
    expect(found.map(({ id, severity, place }) => [id, severity, place?.file]).sort()).toEqual([
      ['command-killed', 'gap', '.pending-999999998'],
      ['command-killed', 'hint', '.pending'],
      ['command-running', 'hint', `.pending-${process.pid}`],
    ]);
    for (const { mend } of found) await canBeTyped(mend);
    expect(killedCommands(place('none'))).toEqual([]);
  });
});

describe('the clock', () => {
  const newest = newerOf(
    newerOf(null, 'old.md', { filedAt: '2026-03-01T08:00:00+00:00', date: '2030-01-01T00:00:00+00:00' }),
    'new.md',
    { sealedAt: NOW },
  );

  test('is held against the last record that a command dated', () => {
    expect(newest).toEqual({ at: NOW, file: 'new.md' });
    expect(newerOf(newest, 'older.md', { filedAt: '2026-03-01T08:00:00+00:00' })).toBe(newest);
  });

  test('is behind where that is yet to come', () => {
    expect(clock(newest, '2026-03-10T08:59:00+00:00').map(({ id }) => id)).toEqual(['clock-behind']);
    expect(clock(newest, '2026-03-10T09:01:00+00:00')).toEqual([]);
    expect(clock(null, NOW)).toEqual([]);
  });
});
