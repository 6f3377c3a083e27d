import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/**
 * The environment in which git heeds neither the user's settings nor those of a git that runs us, as it does in
 * a hook (GIT_DIR and the like).
 */
export function neutralEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_DEFAULT_HASH: 'sha1',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

/** Runs git and returns what it prints. Throws with git's own words where it fails. */
export async function git(
  folder: string,
  args: readonly string[],
  input: Iterable<Buffer | string> = [],
): Promise<string> {
  const child = spawn('git', args, {
    cwd: folder,
    env: neutralEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  // A git that ends early closes its input: its own words tell more than the broken pipe.
  const fed = pipeline(Readable.from(input), child.stdin).catch(() => {});
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr), fed]);
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed in ${folder}: ${errors.trim()}`);
  return output;
}
