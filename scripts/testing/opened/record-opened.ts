import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

// Preloaded into a command: tells which places below LEDGER_CONTENT_WATCHED it opened, listed or asked about, one a
// line with the way before it, in LEDGER_OPENED_FILE.

/** What functions of node:fs do with the path that is their first argument. */
const WAYS = {
  opens: ['readFileSync', 'openSync', 'readFile', 'open', 'createReadStream', 'copyFileSync'],
  lists: ['readdirSync', 'opendirSync', 'readdir', 'opendir', 'globSync'],
  asks: ['existsSync', 'statSync', 'lstatSync', 'accessSync', 'realpathSync', 'stat', 'lstat', 'access'],
} as const;

type Call = (...args: unknown[]) => unknown;

const { LEDGER_OPENED_FILE: file, LEDGER_CONTENT_WATCHED: watched } = process.env;
if (file !== undefined && watched !== undefined) watch(path.resolve(watched), file);

function watch(folder: string, told: string): void {
  const { appendFileSync } = fs;
  const lines = new Set<string>();
  for (const [way, names] of Object.entries(WAYS))
    for (const name of names)
      for (const module of [fs, fs.promises] as unknown as Record<string, Call | undefined>[]) {
        const call = module[name];
        if (call === undefined) continue;
        module[name] = Object.assign((...args: unknown[]) => {
          lines.add(`${isRecursive(args[1]) ? 'walks' : way} ${below(folder, args[0])}`);
          return call.apply(module, args);
        }, call);
      }
  syncBuiltinESMExports();
  process.on('exit', () => {
    const inside = [...lines].filter((line) => !line.endsWith(' ..'));
    appendFileSync(told, inside.map((line) => `${line}\n`).join(''));
  });
}

function isRecursive(options: unknown): boolean {
  return (
    typeof options === 'object' && options !== null && 'recursive' in options && options.recursive === true
  );
}

/** From the folder on; ".." for what lies elsewhere. */
function below(folder: string, place: unknown): string {
  if (typeof place !== 'string' && !(place instanceof URL)) return '..';
  const way = path.relative(folder, typeof place === 'string' ? path.resolve(place) : place.pathname);
  return way.startsWith('..') ? '..' : way;
}
