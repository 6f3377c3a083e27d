import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from './faults.ts';
import type { Call } from './http/call.ts';
import { rateCounter } from './http/rate.ts';
import { type Stand, serve } from './http/serve.ts';
import { preparing } from './query/prepare.ts';
import { schemaWith } from './schema.ts';
import type { World } from './world/world.ts';

/** How the stand-in is started. */
export interface GitHubOptions {
  /** What goes wrong. Default: nothing. */
  faults?: Faults;
  /** The only token that is accepted. Default: any. */
  token?: string;
  /** Scopes of a classic token, as each answer names them. Default: none is named, as for other tokens. */
  scopes?: string;
  /** Points of an hour. Default: 5000. */
  rateLimit?: number;
  /** Additions to the published schema, such as `ASSET_DIGESTS`. Default: none. */
  additions?: string;
  /** The port. Default: a free one. */
  port?: number;
  /** Milliseconds since 1970. Default: the machine's clock. */
  now?: () => number;
}

/** A stand-in that listens on the loopback address. */
export interface GitHub {
  /** Where an own installation of GitHub answers GraphQL: ends with "/api/graphql". */
  readonly url: string;
  /** Where github.com would stand, so that "/graphql" behind it answers too: for Octokit's `baseUrl`. */
  readonly baseUrl: string;
  /** What came in, in order, refused requests too. */
  readonly calls: Call[];
  /** May be changed or replaced while it runs. */
  faults: Faults;
  /** May be changed or replaced while it runs. */
  world: World;
  /** Cuts what is open and ends. */
  stop(): Promise<void>;
}

/** Starts a stand-in for GitHub's GraphQL API over a described world. */
export async function startGitHub(world: World, options: GitHubOptions = {}): Promise<GitHub> {
  const { faults = {}, rateLimit = 5000, now = Date.now, port = 0 } = options;
  const schema = schemaWith(options.additions);
  const calls: Call[] = [];
  const rate = rateCounter(rateLimit, now);
  const stand: Stand = {
    github: { calls, faults, world },
    rate,
    now,
    token: options.token,
    scopes: options.scopes,
    schema,
    prepare: preparing(schema),
  };
  const server = createServer((request, response) => {
    serve(stand, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(stand.github, { url: `${baseUrl}/api/graphql`, baseUrl, stop });
}
