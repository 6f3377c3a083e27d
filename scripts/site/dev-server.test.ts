import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MINUTES = 60_000;
const PAGE = '/openebs/1.12.0/';

let folder = '';
let note = '';
let origin = '';
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-dev-'));
  cpSync('content/products', path.join(folder, 'products'), { recursive: true });
  cpSync('content/notes', path.join(folder, 'notes'), { recursive: true });
  note = path.join(folder, 'notes/openebs/1.12.0.md');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const { NODE_ENV: _test, VITEST: _too, PROD: _built, DEV: _dev, MODE: _mode, ...env } = process.env;
  server = spawn(
    path.resolve('node_modules/.bin/astro'),
    ['dev', '--ignore-lock', '--host', '127.0.0.1', '--port', String(port)],
    {
      env: {
        ...env,
        LEDGER_CONTENT: folder,
        LEDGER_CACHE: path.join(folder, 'cache'),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: 'ignore',
    },
  );
  await until(async () => (await fetch(origin + PAGE)).ok);
}, 2 * MINUTES);

afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'a note is shown as it is being written, with what a build would say of it',
  async () => {
    const whole = readFileSync(note, 'utf8');
    expect(await textOf(PAGE)).not.toContain('leads nowhere');
    appendFileSync(note, '\nThe page that [leads](it.md) on.\n');
    const line = whole.split('\n').length + 1;
    await until(async () => (await textOf(PAGE)).includes(`Line ${line}: the link`));
    expect(await textOf(PAGE)).toContain('The page that leads on.');
    writeFileSync(note, whole);
    await until(async () => !(await textOf(PAGE)).includes('leads nowhere'));
  },
  2 * MINUTES,
);

test.each([
  ['/openebs/1.12.0/images/dashboard.png', 'image/png'],
  ['/openebs/feed.xml', 'application/atom+xml'],
  ['/openebs/CHANGELOG.md', 'text/markdown'],
  ['/api/v1/openebs/releases.json', 'application/json'],
])('%s is there as well', async (file, type) => {
  const answer = await fetch(origin + file);
  expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
});

async function textOf(page: string): Promise<string> {
  return (await fetch(origin + page)).text();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const held = await holds().catch(() => false);
    if (held) return;
    await pause(200);
  }
}

async function freePort(): Promise<number> {
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
