import type { GraphQLSchema } from 'graphql';
import { NODE_LIMIT, type QueryCost } from '../query/cost.ts';
import type { Prepared } from '../query/prepare.ts';
import { inGitHubForm, refusal } from '../query/refusal.ts';
import { run } from '../query/run.ts';
import { type Scope, scopeOf } from '../scope.ts';
import { type Answer, json } from './answer.ts';
import { rateHeaders } from './rate.ts';
import type { GraphQLRequest } from './request.ts';

/** A query that no fault keeps from being answered. */
export interface Asked {
  schema: GraphQLSchema;
  prepared: Prepared;
  request: GraphQLRequest;
  /** Undefined where the query cannot be read. */
  cost: QueryCost | undefined;
  given: Omit<Parameters<typeof scopeOf>[0], 'cost'>;
}

/** Answers a query as GitHub does: status 200 with errors, data or both. */
export async function reply({ schema, prepared, request, cost, given }: Asked): Promise<Answer> {
  const { document, errors } = prepared;
  const headers = rateHeaders(given.rate);
  if (document === undefined || errors.length > 0)
    return json(200, { errors: errors.map(inGitHubForm) }, headers);
  if (cost === undefined) return json(200, { errors: [noOperation(request)] }, headers);
  if (cost.nodes > NODE_LIMIT) return json(200, { errors: [tooManyNodes(cost)] }, headers);
  const scope: Scope = scopeOf({ ...given, cost });
  const { variables, operationName } = request;
  const result = await run({ schema, document, variables, operationName, scope });
  const told = result.errors?.map(inGitHubForm);
  return json(
    200,
    { ...('data' in result ? { data: result.data } : {}), ...(told && { errors: told }) },
    headers,
  );
}

function tooManyNodes({ nodes }: QueryCost): Record<string, unknown> {
  return inGitHubForm(
    refusal(
      `This query requests up to ${nodes.toLocaleString('en-US')} possible nodes which exceeds the maximum limit of ${NODE_LIMIT.toLocaleString('en-US')}.`,
      'MAX_NODE_LIMIT_EXCEEDED',
    ),
  );
}

function noOperation({ operationName }: GraphQLRequest): Record<string, unknown> {
  return { message: `No operation named "${operationName}"` };
}
