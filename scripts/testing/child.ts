import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Answer } from './answer.ts';

const COMMAND = fileURLToPath(new URL('../start.mjs', import.meta.url));

/** Where and how the real command runs. */
export interface ChildOptions {
  folder: string;
  environment?: Readonly<Record<string, string>>;
}

/** A command under way. */
export interface Running {
  child: ChildProcess;
  answer: Promise<Answer>;
}

/** Starts the real command, in a process of its own. */
export function startCommand(args: readonly string[], { folder, environment = {} }: ChildOptions): Running {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, answer: ended(child) };
}

/** Runs the real command to its end. A killed one answers with the code -1. */
export function runCommand(args: readonly string[], options: ChildOptions): Promise<Answer> {
  return startCommand(args, options).answer;
}

async function ended(child: ReturnType<typeof spawn>): Promise<Answer> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('a command without output');
  const code = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (value) => resolve(value ?? -1));
  });
  const [printed, said] = await Promise.all([text(stdout), text(stderr)]);
  return { code: await code, printed, said };
}
