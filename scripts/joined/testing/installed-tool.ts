import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { TOOL } from '../../store/cache-folder.ts';
import { digestOf, JOINED, type JoinedList, LIST } from '../fresh-code.mjs';

/** What the command line says of itself. */
const SAYS = 'Release notes and an audit trail';
const SAYS_JOINED = 'Release notes and an audit diary';

/** Where and as whom a command runs. */
export interface RunOptions {
  cwd?: string;
  uid?: number;
  env?: NodeJS.ProcessEnv;
}

/** A copy of this tool, with its packages linked one by one and no cache yet. */
export function copyTool(tool: string): void {
  const isWanted = (file: string): boolean => !file.endsWith('.test.ts');
  for (const part of ['package.json', 'scripts', 'src'])
    fs.cpSync(path.join(TOOL, part), path.join(tool, part), { recursive: true, filter: isWanted });
  const packages = fs.realpathSync(path.join(TOOL, 'node_modules'));
  fs.mkdirSync(path.join(tool, 'node_modules'));
  for (const name of fs.readdirSync(packages))
    fs.symlinkSync(path.join(packages, name), path.join(tool, 'node_modules', name));
}

/** Runs a script of the tool; nothing of what runs these tests is in its environment. */
export function run(tool: string, script: string, options: string[], more: RunOptions = {}) {
  const { cwd = path.dirname(tool), uid, env } = more;
  const { PATH, HOME, TMPDIR } = process.env;
  return spawnSync(process.execPath, [path.join(tool, 'scripts', script), ...options], {
    ...{ cwd, encoding: 'utf8', env: { PATH, HOME, TMPDIR, LEDGER_NOW: '2026-09-28T10:00:00Z', ...env } },
    ...(uid !== undefined && { uid, gid: uid }),
  });
}

/** What npm runs once all is installed. */
export function prepare(tool: string): SpawnSyncReturns<string> {
  return run(tool, 'joined/prepare.mjs', []);
}

/** Has joined code say that it is, and listed as if it had been joined so. */
export function markJoined(tool: string): void {
  const listed = path.join(tool, JOINED, LIST);
  const { modules, files } = JSON.parse(fs.readFileSync(listed, 'utf8')) as JoinedList;
  const marked = files.map((sign): typeof sign => {
    const [file] = sign;
    const place = path.join(tool, file);
    if (!file.startsWith(JOINED) || !fs.readFileSync(place, 'utf8').includes(SAYS)) return sign;
    const text = fs.readFileSync(place, 'utf8').replace(SAYS, SAYS_JOINED);
    fs.writeFileSync(place, text);
    return [file, Buffer.byteLength(text), fs.statSync(place).mtimeMs, digestOf(Buffer.from(text))];
  });
  fs.writeFileSync(listed, JSON.stringify({ modules, files: marked }));
}

/** Which code a command ran from; it must have run well. */
export function ranFrom(tool: string, more: RunOptions = {}): 'joined code' | 'its sources' {
  const { status, stdout, stderr } = run(tool, 'start.mjs', ['--help'], more);
  if (status !== 0) throw new Error(stderr);
  return stdout.includes(SAYS_JOINED) ? 'joined code' : 'its sources';
}
