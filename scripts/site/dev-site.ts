import { spawn } from 'node:child_process';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { canWrite } from '../store/cache-folder.ts';
import type { DevOptions } from './options.ts';
import { ROOT } from './root.ts';

/** Serves an edition as its records are until the process is ended; returns how that ended. */
export function devSite({ content, edition, port: wanted, host }: DevOptions): Promise<number> {
  if (!canWrite(ROOT))
    throw new Fault('the folder of this tool cannot be written, and the development server writes there', {
      place: { file: ROOT },
      hint: 'Use a checkout of your own, or: ledger build && ledger preview',
    });
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const options = ['dev', '--root', ROOT, '--port', String(wanted), '--host', host, '--ignore-lock'];
  // The editions of different ledgers may be shown side by side.
  const env = {
    ...{ ...process.env, NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' },
    ...{ LEDGER_CONTENT: path.resolve(content), LEDGER_EDITION: edition },
  };
  const child = spawn(process.execPath, [astro, ...options], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 2) : 0));
  });
}
