import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { EDITIONS, type PreviewOptions } from './options.ts';
import { listen, staticServer } from './static-server.ts';

/** Serves what was built until the process is ended. Throws a Fault where nothing was, and where a port is taken. */
export async function previewSite({ out, port, host }: PreviewOptions): Promise<number> {
  const built = EDITIONS.filter((edition) => existsSync(path.join(out, edition)));
  if (built.length === 0)
    throw new Fault('nothing is built yet', { place: { file: out }, hint: 'Build it first: ledger build' });
  const servers: Server[] = [];
  try {
    for (const edition of built) {
      const server = await staticServer(path.join(out, edition));
      const wanted = port === 0 ? 0 : port + EDITIONS.indexOf(edition);
      process.stdout.write(`${edition.padEnd(10)}${await listen(server, wanted, host)}/\n`);
      servers.push(server);
    }
  } catch (cause) {
    // One that listens would keep the process from ending.
    for (const server of servers) server.close();
    throw new Fault(`nothing can be served there: ${(cause as Error).message}`, {
      hint: 'Choose others: --port PORT, --host ADDRESS.',
      cause,
    });
  }
  return 0;
}
