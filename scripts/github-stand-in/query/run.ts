import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';
import { RESOLVERS } from '../resolvers/index.ts';
import type { Scope } from '../scope.ts';
import { type Arguments, unknownArgument } from './arguments.ts';
import { connection } from './connection.ts';
import { asListing } from './listing.ts';
import { refusal } from './refusal.ts';

/** A query to run. */
export interface Run {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | undefined;
  scope: Scope;
}

/** Runs a query over the world. */
export async function run({ schema, document, variables, operationName, scope }: Run): Promise<{
  data?: unknown;
  errors?: readonly GraphQLError[];
}> {
  return execute({
    schema,
    document,
    variableValues: variables,
    operationName: operationName ?? null,
    contextValue: scope,
    fieldResolver,
    rootValue: {},
  });
}

const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, Scope, Arguments> = (
  source,
  args,
  scope,
  info,
) => {
  const answer = RESOLVERS[info.parentType.name]?.[info.fieldName];
  const unknown = unknownArgument(info);
  if (unknown !== undefined)
    throw refusal(`The stand-in does not know ${info.fieldName}(${unknown}:).`, 'NOT_SUPPORTED');
  const value = answer === undefined ? source[info.fieldName] : answer(source, args, scope);
  const field = `${info.parentType.name}.${info.fieldName}`;
  if (value === undefined) throw refusal(`The stand-in does not know ${field}.`, 'NOT_SUPPORTED');
  if (value !== null && getNamedType(info.returnType).name.endsWith('Connection'))
    return connection(asListing(value), args, info, scope.faults.truncate?.[field]);
  return typeof value === 'function' ? value() : value;
};
