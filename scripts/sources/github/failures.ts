import { GraphqlResponseError } from '@octokit/graphql';
import { Fault } from '../../../src/records/index.ts';

/** An answer, and the aliases that name nothing: what is not there is an answer too. */
export interface PartialAnswer<Answer> {
  data: Answer;
  missing: string[];
}

interface GraphError {
  message: string;
  type?: string;
  path?: (string | number)[];
}

/**
 * An answer with errors counts only where each of them says that something asked for does not exist. Throws a
 * Fault otherwise, naming what failed: half an answer would lose changes silently.
 */
export function partialAnswer<Answer>(error: GraphqlResponseError<unknown>): PartialAnswer<Answer> {
  const errors = (error.errors ?? []) as GraphError[];
  const failed = errors.filter((each) => !isMissing(each));
  if (failed.length > 0 || error.data == null || wholeRepository(errors)) throw incomplete(failed, errors);
  return { data: error.data as Answer, missing: errors.map(({ path }) => String(path?.at(1))) };
}

/** An answer that GitHub cut short for its cost: a smaller request may be answered whole. */
export function isTooLarge(error: unknown): boolean {
  return (
    error instanceof GraphqlResponseError &&
    (error.errors ?? []).some(({ type }) => type === 'RESOURCE_LIMITS_EXCEEDED')
  );
}

/** Of a page everything must be there: what is gone meanwhile is missing. */
export function pageFault(error: GraphqlResponseError<unknown>): Fault {
  const errors = (error.errors ?? []) as GraphError[];
  return incomplete(errors, errors);
}

/** `repository.p12` is not there: other errors stand at other paths. */
function isMissing({ type, path }: GraphError): boolean {
  return type === 'NOT_FOUND' && path !== undefined && path.length === 2;
}

function wholeRepository(errors: readonly GraphError[]): boolean {
  return errors.some(({ type, path }) => type === 'NOT_FOUND' && path?.length === 1);
}

function incomplete(failed: readonly GraphError[], all: readonly GraphError[]): Fault {
  if (wholeRepository(all))
    return new Fault(all[0]?.message ?? 'GitHub has no such repository', {
      hint: 'Mend "github" of the module in policy.md, or give the token access to the repository.',
    });
  const lines = failed.map(({ message, path }) => `${subjectOf(path)}${message}`);
  return new Fault(`GitHub answered in part, so nothing was written:\n  ${lines.slice(0, 20).join('\n  ')}`, {
    hint: 'Harvest again: what was answered is kept. A token that lacks a permission is told here too.',
  });
}

/** "p12" and "c0123…" are the aliases of requests. */
function subjectOf(path: GraphError['path']): string {
  const alias = String(path?.[1] ?? '');
  if (/^p\d+$/.test(alias)) return `#${alias.slice(1)}: `;
  if (/^c[0-9a-f]{40}/.test(alias)) return `commit ${alias.slice(1, 13)}: `;
  return path === undefined ? '' : `${path.join('.')}: `;
}

interface RequestFailure extends Error {
  status: number;
  response?: { headers: Record<string, string>; data?: { message?: string } };
}

function isRequestFailure(error: unknown): error is RequestFailure {
  return error instanceof Error && error.name === 'HttpError' && 'status' in error;
}

/** True for what a smaller request may mend: gateways that gave up, time-outs, lost connections. */
export function isTooMuch(error: unknown): boolean {
  return isRequestFailure(error) && error.status >= 500 && faultBehind(error) === undefined;
}

/** What our own code threw while a request was under way. */
function faultBehind(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  return error instanceof Error ? faultBehind(error.cause) : undefined;
}

/** A failed request in words, without what was sent. */
export function faultOf(error: unknown, url: string): unknown {
  const own = faultBehind(error);
  if (own !== undefined || !isRequestFailure(error)) return own ?? error;
  const said = error.response?.data?.message ?? error.message;
  const cause = plainCause(error);
  if (error.status === 401)
    return new Fault(`GitHub refuses the token: ${said}`, {
      hint: 'Set GITHUB_TOKEN to a valid token, or harvest with --offline.',
      cause,
    });
  if (error.status === 403)
    return new Fault(`GitHub forbids it: ${said}`, {
      hint: 'The token needs read access to contents, pull requests, issues, checks and statuses.',
      cause,
    });
  if (error.response === undefined)
    return new Fault(`GitHub did not answer at ${url}: ${said}`, {
      hint: 'Check the network and GITHUB_GRAPHQL_URL. What was answered is kept; --offline needs no network.',
      cause,
    });
  return new Fault(`GitHub answered with ${error.status}: ${said.slice(0, 200)}`, {
    hint: 'Harvest again later: what was answered is kept.',
    cause,
  });
}

/** The error carries the request, and that the token: only its words go on. */
function plainCause(error: RequestFailure): Error {
  return new Error(error.message);
}
