import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Lines of a pipeline and where they run. */
export interface ShellRun {
  lines: string;
  folder: string;
  environment: Readonly<Record<string, string>>;
  /** "bash" as GitHub and GitLab start it, "sh" as Jenkins does. */
  shell: 'bash' | 'sh';
}

const SHELLS = {
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'],
  sh: ['sh', '-xe', '-c'],
} as const;

/** Runs lines as a build server does, and returns what they said. Throws where they fail. */
export async function runLines({ lines, folder, environment, shell }: ShellRun): Promise<string> {
  const [program, ...args] = SHELLS[shell];
  const child = spawn(program, [...args, lines], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (value) => resolve(value ?? -1));
  });
  const said = (await Promise.all([text(child.stdout), text(child.stderr)])).join('');
  if ((await code) !== 0) throw new Error(`these lines ended with ${await code}:\n${lines}\n\n${said}`);
  return said;
}
