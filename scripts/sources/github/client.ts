import { Octokit } from '@octokit/core';
import { GraphqlResponseError } from '@octokit/graphql';
import { paginateGraphQL } from '@octokit/plugin-paginate-graphql';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck';
import { Fault } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import { faultOf, isTooLarge, isTooMuch, type PartialAnswer, pageFault, partialAnswer } from './failures.ts';
import { limitIn } from './limits.ts';

/** How requests reach the platform: the network, a recording of it, or both. */
export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

/** Where GitHub is and who asks. */
export interface GitHubAccess {
  /** The GraphQL address, as `GITHUB_GRAPHQL_URL` names it. */
  url: string;
  /** Never printed, logged or written. Null where a recording answers. */
  token: string | null;
  fetch: Fetch;
  progress: Progress;
  /** Milliseconds after which a request counts as lost. */
  timeout?: number;
  /** Milliseconds in a second of waiting: less than 1,000 only in tests. */
  second?: number;
}

/** Values that a query takes. */
export type Variables = Record<string, string | number | boolean | null | readonly string[]>;

/** GitHub, asked in GraphQL. */
export interface GitHub {
  /**
   * Asks once. Throws TooMuch where the answer failed for its size or its time and `alone` is not said; a request
   * alone is tried again three times. Throws a Fault for all that asking again would not mend.
   */
  ask<Answer>(
    query: string,
    variables: Variables,
    options?: { alone?: boolean },
  ): Promise<PartialAnswer<Answer>>;
  /** Answers of a query with `$cursor` at one connection, page after page. */
  pages<Answer extends object>(query: string, variables: Variables): AsyncIterable<Answer>;
}

const SECOND = 1000;
const TIMEOUT = 60 * SECOND;
/** GitHub itself gives up after ten seconds: what failed once with a large batch fails again. */
const RETRIES_ALONE = 3;
const RATE_LIMIT_RETRIES = 10;

const ReadingOctokit = Octokit.plugin(throttling, retry, paginateGraphQL);

/** Connects to GitHub. Nothing is asked yet. Throws a Fault for an address that is none. */
export function connectGitHub(access: GitHubAccess): GitHub {
  const octokit = new ReadingOctokit({
    baseUrl: baseAddress(access.url),
    ...(access.token !== null && { auth: access.token }),
    userAgent: 'release-ledger',
    log: SILENT,
    request: { fetch: timed(access) },
    // 429 is a limit, which is waited out.
    retry: {
      retries: RETRIES_ALONE,
      retryAfterBaseValue: access.second ?? SECOND,
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: waiting(access),
  });
  // A number of retries that is given with a request counts for each failure, also where another try is in vain.
  const requestOf = (alone: boolean) => (alone ? {} : { request: { retries: 0 } });
  return {
    async ask(query, variables, { alone = false } = {}) {
      try {
        return { data: await octokit.graphql(query, { ...variables, ...requestOf(alone) }), missing: [] };
      } catch (error) {
        if (!alone && isTooLarge(error)) throw new TooMuch(error);
        if (error instanceof GraphqlResponseError) return partialAnswer(error);
        throw !alone && isTooMuch(error) ? new TooMuch(error) : faultOf(error, access.url);
      }
    },
    async *pages<Answer extends object>(query: string, variables: Variables) {
      try {
        yield* octokit.graphql.paginate.iterator<Answer>(query, { ...variables, ...requestOf(true) });
      } catch (error) {
        if (error instanceof GraphqlResponseError) throw pageFault(error);
        throw faultOf(error, access.url);
      }
    },
  };
}

/** The answer failed for its size or its time: less may be had. */
export class TooMuch extends Error {
  constructor(cause: unknown) {
    super('the platform could not answer that much at once', { cause });
  }
}

/** Octokit asks `<base>/graphql`; its limits are told by that path, on GitHub Enterprise as well. */
function baseAddress(url: string): string {
  if (!URL.canParse(url) || !/\/graphql\/?$/.test(url))
    throw new Fault(`"${url}" is no GraphQL address`, {
      hint: 'Set GITHUB_GRAPHQL_URL to an address such as https://github.example.org/api/graphql.',
    });
  return url.replace(/\/graphql\/?$/, '');
}

function timed({ fetch, timeout = TIMEOUT }: GitHubAccess): Fetch {
  return async (address, request) => {
    const answer = await fetch(address, { ...request, signal: AbortSignal.timeout(timeout) });
    return limitAsStatus(answer, await answer.text());
  };
}

/** GitHub tells limits with status 200 as well, in forms that Octokit's plugins do not know. */
function limitAsStatus(answer: Response, text: string): Response {
  const { status, headers } = answer;
  const limit = limitIn(status, text);
  if (limit === null || status !== 200) return new Response(text, { status, headers });
  return Response.json({ message: limit }, { status: 403, headers: withoutLength(headers) });
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-length', 'content-encoding', 'content-type']) kept.delete(name);
  return kept;
}

/** Limits are waited out as the answer's headers say. Reading one after the other needs no pause of its own. */
function waiting({ progress, second = SECOND }: GitHubAccess) {
  const wait = (limit: string) => (seconds: number, _options: object, _octokit: object, tried: number) => {
    if (tried >= RATE_LIMIT_RETRIES) return false;
    const until = new Date(Date.now() + seconds * second).toISOString().slice(11, 19);
    progress.say(`GitHub's ${limit} is reached: waiting ${seconds} s, until ${until} UTC.`);
    return true;
  };
  return {
    write: new Bottleneck.Group({ maxConcurrent: 1 }),
    retryAfterBaseValue: second,
    onRateLimit: wait('rate limit'),
    onSecondaryRateLimit: wait('secondary rate limit'),
  };
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
