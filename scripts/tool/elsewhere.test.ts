import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBigLedger } from '../bench/big-ledger.ts';
import { freshCode } from '../joined/fresh-code.mjs';
import { TOOL } from '../store/cache-folder.ts';

const SHAPE = {
  ...{ products: 1, releases: 2, changes: 2, reports: 2, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const MINUTES = 60_000;
const OF = ['--product', 'aster', '--release', '1.1.0'];
/** What an installed tool has, but for packages. It has no ledger. */
const PARTS = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'public',
  'scripts',
  'src',
];

let root = '';
let tool = '';
let company = '';

/** A company's repository with a ledger, and the tool elsewhere, joined as an installation leaves it. */
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-elsewhere-'));
  tool = path.join(root, 'tools/release-ledger');
  company = path.join(root, 'our releases');
  for (const part of PARTS) fs.cpSync(path.join(TOOL, part), path.join(tool, part), { recursive: true });
  fs.symlinkSync(path.join(TOOL, 'node_modules'), path.join(tool, 'node_modules'));
  fs.mkdirSync(company);
  writeBigLedger(path.join(company, 'ledger'), SHAPE);
  fs.writeFileSync(path.join(company, 'ledger/site.md'), '---\nschema: 1\nname: Our releases\n---\n');
  well(run(process.execPath, [path.join(tool, 'scripts/joined/prepare.mjs')]));
  expect(freshCode(fs.realpathSync(tool))).not.toBeNull();
});

afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The environment of a person's terminal: nothing of what runs these tests. */
function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { ...{ PATH, HOME, TMPDIR }, LEDGER_NOW: '2026-09-28T10:00:00Z', ...more };
}

function run(program: string, options: string[], more: { env?: NodeJS.ProcessEnv; uid?: number } = {}) {
  const { uid, env } = more;
  return spawnSync(program, options, {
    ...{ cwd: company, encoding: 'utf8' as const, env: environment(env) },
    ...(uid !== undefined && { uid, gid: uid }),
  });
}

function ledger(...options: string[]): SpawnSyncReturns<string> {
  return run(process.execPath, [path.join(tool, 'scripts/bin.mjs'), '--content', 'ledger', ...options]);
}

function npm(script: string, ...options: string[]): SpawnSyncReturns<string> {
  return run('npm', ['run', '--silent', '--prefix', tool, script, '--', ...options]);
}

function well({ status, stdout, stderr }: SpawnSyncReturns<string>): string {
  expect(status, stderr).toBe(0);
  return stdout;
}

test('verbs read and write the ledger of the folder that they are typed in', () => {
  expect(well(ledger('notes', ...OF))).toContain('# Aster 1.1.0');
  expect(JSON.parse(ledger('verdict', ...OF, '--json').stdout)).toMatchObject({ product: 'aster' });
  well(ledger('announce', ...OF, '--format', 'markdown', '--out', 'news.md'));
  expect(fs.readFileSync(path.join(company, 'news.md'), 'utf8')).toContain('1.1.0');
  well(ledger('keygen', '--name', 'releases.example.org/ledger', '--out', 'our.key'));
  expect(fs.existsSync(path.join(company, 'our.key.pub'))).toBe(true);
});

test('a link to the command, as package managers make it, is the command', () => {
  fs.mkdirSync(path.join(root, 'bin'));
  fs.symlinkSync(path.join(tool, 'scripts/bin.mjs'), path.join(root, 'bin/ledger'));
  const { stdout } = run(path.join(root, 'bin/ledger'), ['--content', './ledger', 'notes', ...OF]);
  expect(stdout).toContain('# Aster 1.1.0');
});

test('npm with the tool’s folder means the folder that it is called in', () => {
  expect(well(npm('ledger', '--content', 'ledger', 'notes', ...OF))).toContain('# Aster 1.1.0');
});

test(
  'both editions are built beside the ledger, and nothing is written elsewhere',
  () => {
    const { stderr } = ledger('build', '--out', 'site');
    expect(stderr).toMatch(
      /The public edition is in site\/public .*\n.*\nThe internal edition is in site\/internal/,
    );
    expect(fs.readFileSync(path.join(company, 'site/internal/audit/index.html'), 'utf8')).toContain(
      'Our releases',
    );
    expect(fs.readdirSync(company).sort()).toEqual(['ledger', 'news.md', 'our.key', 'our.key.pub', 'site']);
    expect(fs.existsSync(path.join(tool, 'content'))).toBe(false);
    const again = npm('build', '--content', 'ledger', '--out', 'site/public', '--edition', 'public');
    expect(again.stderr).toMatch(/site\/public \(0 of \d+ parts made anew, 0 removed\)/);
    expect(well(ledger('--json', 'build', '--edition', 'public', '--out', 'site/public'))).toMatch(
      /^\{"edition":"public","units":\d+,"made":0,/,
    );
  },
  5 * MINUTES,
);

test('what was built is served from the folder that the command is typed in', async () => {
  const bin = path.join(tool, 'scripts/bin.mjs');
  const server = start(bin, ['preview', '--out', 'site', '--port', '0']);
  try {
    const address = await firstMatch(server, /^public +(\S+)$/m);
    expect(await (await fetch(address)).text()).toContain('Our releases');
  } finally {
    await ended(server);
  }
  const missing = run(process.execPath, [bin, 'preview', '--out', 'nowhere']);
  expect(missing).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nowhere: nothing is built yet'),
  });
});

test(
  'the ledger is shown while it is written',
  async () => {
    const port = await freePort();
    const server = start(path.join(tool, 'scripts/bin.mjs'), [
      ...['--content', 'ledger', 'dev', '--port', String(port)],
    ]);
    try {
      const home = await untilServed(`http://127.0.0.1:${port}/`);
      expect(home).toContain('Our releases');
    } finally {
      await ended(server);
    }
  },
  3 * MINUTES,
);

/** Nobody's account may read everything here, and write nothing of it: only root can take it. */
const NOBODY = 65_534;

test.skipIf(process.getuid?.() !== 0)(
  'a tool that cannot be written builds the same, from the cache of the user',
  () => {
    const users = path.join(root, 'users');
    const out = path.join(root, 'out');
    for (const place of [users, out]) {
      fs.mkdirSync(place);
      fs.chownSync(place, NOBODY, NOBODY);
    }
    fs.chmodSync(root, 0o755);
    const bin = path.join(tool, 'scripts/bin.mjs');
    fs.rmSync(path.join(tool, '.cache'), { recursive: true, force: true });
    const build = (cache: string, name: string) =>
      run(
        process.execPath,
        [bin, '--content', 'ledger', 'build', '--edition', 'public', '--out', path.join(out, name)],
        {
          uid: NOBODY,
          env: { HOME: '/nonexistent', XDG_CACHE_HOME: cache },
        },
      );
    const built = build(users, 'site');
    expect(built.status, built.stderr).toBe(0);
    expect(fs.readdirSync(path.join(users, 'release-ledger')).sort()).toEqual([
      ...[expect.stringMatching(/^code-/), 'site'],
    ]);
    expect(fs.existsSync(path.join(tool, '.cache'))).toBe(false);
    const here = fs.readFileSync(path.join(company, 'site/public/aster/1.1.0/index.html'), 'utf8');
    expect(fs.readFileSync(path.join(out, 'site/aster/1.1.0/index.html'), 'utf8')).toBe(here);

    const nowhere = build('/nonexistent', 'other');
    expect(nowhere).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--cache FOLDER or LEDGER_CACHE'),
    });
  },
  3 * MINUTES,
);

test('in node_modules it says that it cannot run there', () => {
  const inside = path.join(root, 'node_modules/release-ledger/scripts');
  fs.mkdirSync(inside, { recursive: true });
  fs.copyFileSync(path.join(tool, 'scripts/bin.mjs'), path.join(inside, 'bin.mjs'));
  const { status, stderr } = run(process.execPath, [path.join(inside, 'bin.mjs'), 'verify']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('does not run from node_modules')]);
});

function start(script: string, options: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...options], {
    ...{ cwd: company, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] },
    // What it starts ends with it.
    detached: true,
  });
}

async function firstMatch({ stdout }: ChildProcess, wanted: RegExp): Promise<string> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const found = wanted.exec(said)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`it only said: ${said}`);
}

async function untilServed(address: string): Promise<string> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return answer.text();
    await pause(250);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = child.stdout === null || child.stdout.destroyed ? null : text(child.stdout).catch(() => '');
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once('exit', resolve));
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
