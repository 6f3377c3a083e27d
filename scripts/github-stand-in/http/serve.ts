import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import type { Faults } from '../faults.ts';
import { numberOf } from '../lookup/identity.ts';
import { costOf, type QueryCost } from '../query/cost.ts';
import { aliasesOf, operationOf } from '../query/fields.ts';
import type { Prepared } from '../query/prepare.ts';
import type { World } from '../world/world.ts';
import { type Answer, notFound, unauthorized, unreadable, withoutQuery } from './answer.ts';
import type { Call } from './call.ts';
import { type RateCounter, rateHeaders } from './rate.ts';
import { reply } from './reply.ts';
import { bodyOf, type GraphQLRequest, requestIn, tokenOf } from './request.ts';
import { requestId, type Trouble, troubleOf } from './trouble.ts';

/** What is needed to serve a request. */
export interface Stand {
  /** What the holder of the stand-in sees and changes. */
  github: { calls: Call[]; faults: Faults; world: World };
  rate: RateCounter;
  now: () => number;
  /** The only token that is accepted; undefined for any. */
  token: string | undefined;
  /** Scopes that every answer names; undefined for none. */
  scopes: string | undefined;
  schema: GraphQLSchema;
  prepare: (text: string) => Prepared;
}

/** Records a request and answers it, unless a fault comes between. */
export async function serve(stand: Stand, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = requestIn(await bodyOf(message));
  const prepared = request?.query === undefined ? undefined : stand.prepare(request.query);
  const cost = request && prepared && costIn(prepared, request);
  const call = record(stand, request, prepared, cost);
  const refused = refusalOf(stand, message);
  const user = numberOf(stand.github.world.viewer ?? 'ledger-reader');
  const trouble = refused ?? troubleOf(stand.github.faults, stand.rate, { call, user, now: stand.now() });
  if (trouble?.kind === 'silence') return;
  if (trouble?.kind === 'cut') return void message.socket.destroy();
  if (trouble?.kind === 'late') await wait(trouble.milliseconds, undefined, { ref: false });
  send(
    response,
    { call, scopes: stand.scopes },
    trouble?.kind === 'answer' ? trouble.answer : await answerOf(stand, request, prepared, cost),
  );
}

function costIn({ document, errors }: Prepared, request: GraphQLRequest): QueryCost | undefined {
  if (document === undefined || errors.length > 0) return undefined;
  const operation = operationOf(document, request.operationName);
  return operation && costOf(operation, request.variables);
}

function record(
  { github, now }: Stand,
  request: GraphQLRequest | undefined,
  prepared: Prepared | undefined,
  cost: QueryCost | undefined,
): Call {
  const operation = prepared?.document && operationOf(prepared.document, request?.operationName);
  const call = {
    number: github.calls.length + 1,
    query: prepared?.text ?? '',
    operationName: request?.operationName ?? operation?.definition.name?.value,
    variables: request?.variables ?? {},
    status: 0,
    // Fragments that lead back to themselves are refused later: nothing may walk through them before.
    aliases: operation !== undefined && prepared?.errors.length === 0 ? aliasesOf(operation) : 0,
    nodes: cost?.nodes ?? 0,
    at: now(),
  };
  github.calls.push(call);
  return call;
}

function refusalOf({ token }: Stand, message: IncomingMessage): Trouble | undefined {
  const given = tokenOf(message);
  if (!['/graphql', '/api/graphql'].includes(message.url ?? '') || message.method !== 'POST')
    return { kind: 'answer', answer: notFound() };
  if (given === undefined) return { kind: 'answer', answer: unauthorized('Requires authentication') };
  if (token === undefined || token === given) return undefined;
  return { kind: 'answer', answer: unauthorized('Bad credentials') };
}

async function answerOf(
  { github, rate, schema }: Stand,
  request: GraphQLRequest | undefined,
  prepared: Prepared | undefined,
  cost: QueryCost | undefined,
): Promise<Answer> {
  if (request === undefined) return unreadable();
  rate.spend(cost?.points ?? 1);
  const standing = rate.standing();
  if (prepared === undefined) return withoutQuery(rateHeaders(standing));
  const given = { world: github.world, faults: github.faults, rate: standing };
  return reply({ schema, prepared, request, cost, given });
}

interface Sent {
  call: Call;
  scopes: string | undefined;
}

function send(response: ServerResponse, { call, scopes }: Sent, { status, headers, body }: Answer): void {
  call.status = status;
  const own = { server: 'GitHub.com', 'x-github-request-id': requestId(call) };
  const named = scopes === undefined ? {} : { 'x-oauth-scopes': scopes };
  response.writeHead(status, { ...own, ...named, ...headers });
  response.end(body);
}
