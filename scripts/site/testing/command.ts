import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { givenSite } from '../../announce/given-site.ts';
import { codeDigest } from '../bundle/code-digest.ts';
import { SETTLED, type Settled } from '../settled.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../build.ts');

/** How a command ended. */
export interface Ended {
  /** Null where it was killed. */
  status: number | null;
  said: string;
}

/** The code is the same for all builds of a test file. */
const CODE = codeDigest();

/** The real command, told the moment of its build. Notes are not proofread. */
export function startBuild(now: string, options: readonly string[]) {
  const [content = 'content', site] = ['--content', '--site'].map((name) => optionIn(name, options));
  const settled: Settled = { site: givenSite({ content, ...(site !== undefined && { site }) }), code: CODE };
  const child = spawn(process.execPath, [SCRIPT, ...options], {
    env: { ...process.env, NODE_ENV: 'production', LEDGER_NOW: now, [SETTLED]: JSON.stringify(settled) },
    stdio: ['ignore', 'ignore', 'pipe'],
    // What it started can be killed with it.
    detached: true,
  });
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ended = Promise.all([status, text(child.stderr)]).then(
    ([code, said]): Ended => ({ status: code, said }),
  );
  return { child, ended };
}

function optionIn(name: string, options: readonly string[]): string | undefined {
  return options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
}

/** Runs the real command to its end. */
export function runBuild(now: string, options: readonly string[]): Promise<Ended> {
  return startBuild(now, options).ended;
}

/** All files below a folder with their bytes; none where it is not there. */
export function filesWithBytes(folder: string): Map<string, Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return new Map(
      files.map((entry): [string, Buffer] => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file), readFileSync(file)];
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

/** What differs between two folders, a line for each file. */
export function differences(is: string, should: string): string[] {
  const [here, there] = [filesWithBytes(is), filesWithBytes(should)];
  return [
    ...[...here.keys()].flatMap((file) => (there.has(file) ? [] : [`${file} should not be there`])),
    ...[...there].flatMap(([file, bytes]) => {
      const own = here.get(file);
      if (own === undefined) return [`${file} is missing`];
      return own.equals(bytes) ? [] : [`${file} is another`];
    }),
  ];
}
