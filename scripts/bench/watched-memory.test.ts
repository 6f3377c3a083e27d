import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { watchMemory } from './watched-memory.ts';

const MEGABYTES = 150;
const HOLD = `const held = Buffer.alloc(${MEGABYTES} << 20, 1); process.stdout.write('held'); setTimeout(() => held, 20_000);`;
const PARENT = `require('node:child_process').spawn(process.execPath, ['-e', process.argv[1]], { stdio: 'inherit' });`;

test.skipIf(!existsSync('/proc/self/status'))('what a process starts counts as well', async () => {
  const child = spawn(process.execPath, ['-e', `${PARENT} setTimeout(() => {}, 20_000);`, HOLD], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const end = watchMemory(child.pid ?? 0);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(end()).toBeGreaterThan(MEGABYTES);
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  }
});

test('nothing is told of a process that is gone', () => {
  expect(watchMemory(2 ** 22 + 1)()).toBeNull();
});
