import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, staticServer } from './static-server.ts';

let folder = '';
let server: Server;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-server-'));
  const root = path.join(folder, 'root');
  await mkdir(path.join(root, 'core', '1.0.0+build'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(root, 'index.html'), 'home');
  await writeFile(path.join(root, '404.html'), 'lost');
  await writeFile(path.join(root, 'core', '1.0.0+build', 'index.html'), 'release');
  await symlink(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
  server = await staticServer(root);
  port = Number(new URL(await listen(server, 0, '127.0.0.1')).port);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** `fetch` would tidy the path up before it asks. */
function ask(
  target: string,
  method = 'GET',
): Promise<{ status: number; body: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: target, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, location: response.headers.location }),
      );
    });
    asked.on('error', reject).end();
  });
}

test('a folder shows its index', async () => {
  expect(await ask('/')).toMatchObject({ status: 200, body: 'home' });
  expect(await ask('/core/1.0.0+build/?x=1')).toMatchObject({ status: 200, body: 'release' });
});

test('a folder without its slash leads to the one with it, and to no other host', async () => {
  expect(await ask('/core/1.0.0+build')).toMatchObject({ status: 301, location: '/core/1.0.0+build/' });
  expect((await ask('//core')).location ?? '/').toMatch(/^\/(?!\/)/);
});

test('what is not there shows the page that says so', async () => {
  expect(await ask('/nowhere/')).toMatchObject({ status: 404, body: 'lost' });
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt'])(
  '%s stays inside',
  async (target) => {
    expect(await ask(target)).toMatchObject({ status: 404, body: 'lost' });
  },
);

test('nonsense is refused', async () => {
  expect(await ask('/%zz')).toMatchObject({ status: 400 });
  expect(await ask('/a%00b')).toMatchObject({ status: 400 });
  expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});
