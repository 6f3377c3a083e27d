import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installedHugo } from './installed-hugo.ts';

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'installed-hugo-'));
  vi.stubEnv('PATH', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a machine without Hugo has none', () => {
  expect(installedHugo()).toBeNull();
});

test.skipIf(process.platform === 'win32').each([
  ['hugo v0.111.3+extended linux/amd64 BuildDate=2023-03-16', 0, 'v0.111.3'],
  ['Hugo of an unknown make', 0, 'unknown'],
  ['hugo v0.111.3', 1, null],
])('%s, ended with %i: %s', (said, code, version) => {
  fs.writeFileSync(path.join(folder, 'hugo'), `#!/bin/sh\necho '${said}'\nexit ${code}\n`, { mode: 0o755 });
  expect(installedHugo()).toBe(version);
});
