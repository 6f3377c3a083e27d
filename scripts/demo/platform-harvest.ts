import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startGitHub, type World } from '../github-stand-in/index.ts';

const TOKEN = 'sample-token';

/** Runs a harvest against a described platform on the loopback address, with a cache of its own. */
export async function withPlatform<Result>(world: World, run: () => Promise<Result>): Promise<Result> {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ledger-demo-'));
  const github = await startGitHub(world, { token: TOKEN });
  const settings = { GITHUB_TOKEN: TOKEN, GITHUB_GRAPHQL_URL: github.url, LEDGER_CACHE: cache };
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) restore(name, value);
    await github.stop();
    await rm(cache, { recursive: true, force: true });
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
