import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { Fault } from '../src/records/fault.ts';
import { listen, staticServer } from './site/static-server.ts';

const EDITIONS = ['public', 'internal'] as const;

const command = new Command('preview')
  .description(
    'Serves both built editions on this machine: the public one, and the internal one a port above.',
  )
  .option('--port <port>', 'port of the public edition', port, 4321)
  .option('--host <host>', 'address to listen on', '127.0.0.1')
  .option('--out <folder>', 'the folder that both editions were built to', 'dist')
  .allowExcessArguments(false)
  .exitOverride();

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_535) return value;
  throw new InvalidArgumentError('expected a port number');
}

/** Serves what was built until the process is ended. Throws a Fault where nothing was. */
async function main(): Promise<void> {
  const options = command.parse().opts<{ port: number; host: string; out: string }>();
  const built = EDITIONS.filter((edition) => existsSync(path.join(options.out, edition)));
  if (built.length === 0) {
    throw new Fault('nothing is built yet', { place: { file: options.out }, hint: 'Run: npm run build' });
  }
  for (const edition of built) {
    const server = await staticServer(path.join(options.out, edition));
    const wanted = options.port === 0 ? 0 : options.port + EDITIONS.indexOf(edition);
    const address = await listen(server, wanted, options.host);
    process.stdout.write(`${edition.padEnd(10)}${address}/\n`);
  }
}

/** Exit codes: 0 ended by hand, 2 wrong usage, nothing to serve, or a port that is taken. */
try {
  await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Fault ? error.describe() : (error as Error).message}\n`);
    process.exit(2);
  }
}
