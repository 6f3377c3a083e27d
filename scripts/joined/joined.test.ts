import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBigLedger } from '../bench/big-ledger.ts';
import { freshCode, JOINED, LIST } from './fresh-code.mjs';
import { copyTool, markJoined, prepare, ranFrom, run } from './testing/installed-tool.ts';

const SHAPE = {
  ...{ products: 1, releases: 2, changes: 2, reports: 2, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const AT_ONCE = 2;
const NOBODY = 65_534;

let root = '';
let tool = '';

beforeAll(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-joined-')));
  fs.chmodSync(root, 0o755);
  tool = path.join(root, 'tool');
  copyTool(tool);
  writeBigLedger(path.join(root, 'ledger'), SHAPE);
  expect(prepare(tool)).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** Changes a file of the tool for as long as something is looked at, and then puts it back, at another time. */
function whileChanged<T>(file: string, change: (text: string) => string | null, look: () => T): T {
  const place = path.join(tool, file);
  const before = fs.readFileSync(place);
  const text = change(before.toString());
  if (text === null) fs.rmSync(place);
  else fs.writeFileSync(place, text);
  try {
    return look();
  } finally {
    fs.writeFileSync(place, before);
  }
}

test.each([
  [0, ['--help']],
  [0, ['verdict', '--help']],
  [0, ['notes', '--product', 'aster', '--release', '1.1.0']],
  [1, ['verdict', '--product', 'aster', '--release', '1.1.0']],
  [2, ['verdict', '--product', 'aster']],
  [2, ['verdict', '--product', 'aster', '--release', '9.9.9']],
  [2, ['--content', 'nowhere', 'verify']],
  [2, ['unknown']],
])('exit code %i, and all words, are those of the sources: %j', (code, options) => {
  const asked = ['--content', 'ledger', ...options];
  expect(freshCode(tool)).not.toBeNull();
  const { status, stdout, stderr } = run(tool, 'start.mjs', asked);
  expect(status, stderr).toBe(code);
  expect({ status, stdout, stderr }).toEqual(pick(run(tool, 'ledger.ts', asked)));
});

function pick({ status, stdout, stderr }: ReturnType<typeof run>) {
  return { status, stdout, stderr };
}

test('joined code runs, and a source that is edited runs at once', () => {
  markJoined(tool);
  expect(ranFrom(tool)).toBe('joined code');
  const said = whileChanged(
    'scripts/program.ts',
    (text) => text.replace('an audit trail', 'the news trail'),
    () => run(tool, 'start.mjs', ['--help']).stdout,
  );
  expect(said).toContain('Release notes and the news trail');
  expect(fs.readFileSync(path.join(tool, 'scripts/program.ts'), 'utf8')).toContain('an audit trail');
  expect(ranFrom(tool)).toBe('joined code');
});

test('a source that is gone, and a joined file that is damaged or gone, have the sources run', () => {
  const from = (): string => ranFrom(tool);
  const { 'ledger.ts': entry = '' } = freshCode(tool) ?? {};
  const joined = path.join(JOINED, path.basename(entry));
  const list = path.join(JOINED, LIST);
  expect(whileChanged('scripts/verbs/verdict.ts', () => null, from)).toBe('its sources');
  expect(whileChanged(joined, () => null, from)).toBe('its sources');
  expect(whileChanged(joined, (text) => text.slice(0, -1), from)).toBe('its sources');
  expect(whileChanged(joined, (text) => text.replace('(', ')'), from)).toBe('its sources');
  expect(whileChanged(list, (text) => text.slice(0, -1), from)).toBe('its sources');
  expect(whileChanged(list, () => '{"modules":{},"files":[]}', from)).toBe('its sources');
  expect(from()).toBe('joined code');
});

test('another version of a package has the sources run', () => {
  const place = path.join(tool, 'node_modules/commander');
  const linked = fs.readlinkSync(place);
  fs.rmSync(place);
  fs.cpSync(linked, place, { recursive: true });
  expect(ranFrom(tool)).toBe('joined code');
  const newer = (text: string): string => text.replace(/"version": "\d/, '"version": "9');
  const from = whileChanged('node_modules/commander/package.json', newer, () => ranFrom(tool));
  expect(from).toBe('its sources');
});

test.skipIf(process.getuid?.() !== 0)('whoever cannot write the tool runs joined code as well', () => {
  expect(ranFrom(tool, { uid: NOBODY, env: { HOME: '/nonexistent' } })).toBe('joined code');
});

test('a tool that is moved runs joined code, which finds what is beside it', () => {
  const before = tool;
  tool = path.join(root, 'moved here');
  fs.renameSync(before, tool);
  expect(ranFrom(tool)).toBe('joined code');
  // Only who knows the tool's folder knows that npm was called elsewhere.
  const env = { INIT_CWD: root, npm_package_json: path.join(tool, 'package.json') };
  const asked = ['--content', 'ledger', 'notes', '--product', 'aster', '--release', '1.1.0'];
  expect(run(tool, 'start.mjs', asked, { cwd: tool, env }).stdout).toContain('# Aster 1.1.0');
});

test('joining mends what is damaged, also twice at once', async () => {
  for (const name of fs.readdirSync(path.join(tool, JOINED)))
    fs.writeFileSync(path.join(tool, JOINED, name), '');
  expect(freshCode(tool)).toBeNull();
  const script = path.join(tool, 'scripts/joined/prepare.mjs');
  const running = Array.from({ length: AT_ONCE }, () => spawn(process.execPath, [script]));
  const codes = await Promise.all(running.map((child) => once(child, 'exit')));
  expect(codes).toEqual(running.map(() => [0, null]));
  expect(freshCode(tool)).not.toBeNull();
  expect(pick(run(tool, 'start.mjs', ['--help']))).toEqual(pick(run(tool, 'ledger.ts', ['--help'])));
});

test('an installation goes on where nothing can be joined, and says so in a line', () => {
  fs.rmSync(path.join(tool, '.cache'), { recursive: true });
  fs.writeFileSync(path.join(tool, '.cache'), '');
  const { status, stdout, stderr } = prepare(tool);
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(/^ledger: the code stays as it is.*nothing can be written in .*\n$/);
  expect(ranFrom(tool)).toBe('its sources');
});
