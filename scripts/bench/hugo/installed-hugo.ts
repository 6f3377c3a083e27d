import { spawnSync } from 'node:child_process';

/** What `hugo version` says, as "v0.111.3"; null where there is no Hugo on the PATH. */
export function installedHugo(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/\bv\d[\w.]*/.exec(stdout)?.[0] ?? 'unknown') : null;
}
