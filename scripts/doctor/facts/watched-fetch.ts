import { Fault } from '../../../src/records/index.ts';
import type { Fetch } from '../../sources/github/client.ts';
import { limitIn } from '../../sources/github/limits.ts';

/** What the last answer said beside its body. */
export interface Watched {
  fetch: Fetch;
  status: number | null;
  /** Scopes of a classic token; null for tokens of other kinds. */
  scopes: string | null;
  /** When a limit that was reached is lifted; null where none was reached, "" where nobody says. */
  spentUntil: string | null;
}

/** Watches answers, and waits for no limit: whoever asks for a check-up wants to know of it now. */
export function watchedFetch(fetch: Fetch): Watched {
  const watched: Watched = { status: null, scopes: null, spentUntil: null, fetch: ask };
  async function ask(address: string, request: RequestInit): Promise<Response> {
    const answer = await fetch(address, request);
    const text = await answer.text();
    const { status, headers } = answer;
    watched.status = status;
    watched.scopes = headers.get('x-oauth-scopes') ?? watched.scopes;
    const limit = limitIn(status, text);
    if (limit === null) return new Response(text, { status, headers: plain(headers) });
    const reset = Number(headers.get('x-ratelimit-reset'));
    watched.spentUntil = reset > 0 ? new Date(reset * 1000).toISOString() : '';
    throw new Fault(limit);
  }
  return watched;
}

/** The body is text already. */
function plain(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-length', 'content-encoding']) kept.delete(name);
  return kept;
}
