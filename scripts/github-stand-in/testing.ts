import { graphql } from '@octokit/graphql';
import { onTestFinished } from 'vitest';
import { type GitHub, type GitHubOptions, startGitHub, type World } from './index.ts';

/** A stand-in that ends with the test, and Octokit's plain client for it. */
export async function started(world: World, options: GitHubOptions = {}) {
  const github = await startGitHub(world, options);
  onTestFinished(() => github.stop());
  const ask = graphql.defaults({ baseUrl: github.baseUrl, headers: { authorization: 'token secret' } });
  return { github, ask };
}

/** What `repository(owner: "acme", name: "rocket")` answers to a selection. */
export function inRocket(selection: string): string {
  return `{ repository(owner: "acme", name: "rocket") { ${selection} } }`;
}

/** The bare answer to a query. */
export async function post(github: GitHub, query: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(github.url, {
    method: 'POST',
    headers: { authorization: 'bearer secret', 'content-type': 'application/json', ...headers },
    body: typeof query === 'string' ? JSON.stringify({ query }) : String(query),
  });
  const text = await response.text();
  const body: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}
