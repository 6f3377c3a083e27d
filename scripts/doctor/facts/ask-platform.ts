import { Fault } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import { connectGitHub, type Fetch, type GitHub, TooMuch } from '../../sources/github/client.ts';
import { askForRepository } from './ask-for-repository.ts';
import type { AskedRepository, PlatformFacts, TokenFacts } from './platform-facts.ts';
import { type Watched, watchedFetch } from './watched-fetch.ts';

/** Whom to ask, as whom, and about what. */
export interface PlatformQuestion {
  url: string;
  /** As the environment has it; empty for none. */
  token: string;
  fetch: Fetch;
  progress: Progress;
  repositories: readonly Pick<AskedRepository, 'name' | 'product'>[];
}

/** A person waits for the answer. */
const TIMEOUT = 15_000;

/** Asks the platform what a token may see. Never throws for what the platform answers, or does not. */
export async function askPlatform({
  url,
  token,
  fetch,
  progress,
  repositories,
}: PlatformQuestion): Promise<PlatformFacts> {
  const without = (facts: TokenFacts): PlatformFacts => ({ url, token: facts, repositories: [] });
  if (token === '') return without({ is: 'unset' });
  if (/[^\x21-\x7e]/.test(token))
    return without({ is: 'malformed', says: 'it has blanks, line breaks or letters that no token has' });
  const watched = watchedFetch(fetch);
  try {
    const github = connectGitHub({ url, token, fetch: watched.fetch, progress, timeout: TIMEOUT });
    const facts = await tokenFacts(github, watched);
    if (facts.is !== 'valid') return without(facts);
    const asked: AskedRepository[] = [];
    for (const each of repositories) {
      progress.step('Asking GitHub', asked.length, repositories.length);
      asked.push({ ...each, access: await askForRepository(github, each.name) });
    }
    return { url, token: { ...facts, scopes: watched.scopes }, repositories: asked };
  } catch (error) {
    if (error instanceof Fault) return without({ is: 'unanswered', says: error.message });
    throw error;
  }
}

const WHO = `query Doctor { viewer { login } rateLimit { limit remaining resetAt } }`;

interface Who {
  viewer: { login: string };
  rateLimit: { limit: number; remaining: number; resetAt: string };
}

async function tokenFacts(github: GitHub, watched: Watched): Promise<TokenFacts> {
  try {
    const { viewer, rateLimit } = (await github.ask<Who>(WHO, {})).data;
    return { is: 'valid', login: viewer.login, ...rateLimit, scopes: watched.scopes };
  } catch (error) {
    const says = reasonOf(error);
    if (watched.spentUntil !== null)
      return { is: 'spent', until: watched.spentUntil === '' ? null : watched.spentUntil };
    return { is: watched.status === 401 ? 'refused' : 'unanswered', says };
  }
}

/** What lies behind an answer that did not come. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error instanceof TooMuch && error.cause instanceof Error ? error.cause : error;
  return `GitHub did not answer: ${message}`.replace(/^GitHub did not answer: (?=GitHub )/, '');
}
