import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** What a request leads to. */
type Answer =
  | { kind: 'file'; status: 200 | 404; file: string; size: number }
  | { kind: 'redirect'; location: string }
  | { kind: 'nothing'; status: 400 | 404 | 405 };

/** A server for one built folder, not yet listening. It never leaves the folder, symbolic links included. */
export async function staticServer(folder: string): Promise<Server> {
  const root = await realpath(folder);
  return createServer((request, response) => {
    answer(root, request)
      .catch((): Answer => ({ kind: 'nothing', status: 404 }))
      .then((found) => send(found, request, response));
  });
}

/** Starts a server and returns its address, as "http://127.0.0.1:4321". Port 0 takes any free one. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

async function answer(root: string, { method, url = '/' }: IncomingMessage): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'nothing', status: 405 };
  const raw = url.split(/[?#]/)[0] ?? '/';
  const pathname = decoded(raw);
  if (pathname === null || pathname.includes('\0')) return { kind: 'nothing', status: 400 };
  const wanted = path.join(root, path.posix.normalize(`/${pathname}`));
  const found = await inside(root, wanted);
  if (found?.directory && !raw.endsWith('/'))
    return { kind: 'redirect', location: `/${raw.replace(/^\/+/, '')}/` };
  const file = found?.directory ? await inside(root, path.join(wanted, 'index.html')) : found;
  if (file && !file.directory) return { kind: 'file', status: 200, ...file };
  const missing = await inside(root, path.join(root, '404.html'));
  return missing ? { kind: 'file', status: 404, ...missing } : { kind: 'nothing', status: 404 };
}

/** The file behind a path; null where there is none, or where it is outside of `root`. */
async function inside(
  root: string,
  wanted: string,
): Promise<{ file: string; size: number; directory: boolean } | null> {
  const file = await realpath(wanted).catch(() => null);
  if (file === null || (file !== root && !file.startsWith(root + path.sep))) return null;
  const facts = await stat(file);
  return { file, size: facts.size, directory: facts.isDirectory() };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function send(found: Answer, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  if (found.kind === 'redirect') {
    response.writeHead(301, { location: found.location }).end();
  } else if (found.kind === 'nothing') {
    response.writeHead(found.status, { 'content-type': 'text/plain' }).end(`${found.status}\n`);
  } else {
    const type = TYPES[path.extname(found.file)] ?? 'application/octet-stream';
    response.writeHead(found.status, { 'content-type': type, 'content-length': found.size });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(found.file)
        .on('error', () => response.destroy())
        .pipe(response);
  }
}
