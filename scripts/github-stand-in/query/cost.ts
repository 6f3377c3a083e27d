import type { FieldNode, SelectionSetNode } from 'graphql';
import { fieldsOf, type Operation } from './fields.ts';

/** What a query may cost, as GitHub counts before it runs it. */
export interface QueryCost {
  /** Nodes that it may return: the product of page sizes down each path, summed. */
  nodes: number;
  /** Points of the hour's limit: one for a hundred connections that are fetched, at least one. */
  points: number;
}

/** More nodes than this are refused. */
export const NODE_LIMIT = 500_000;

/**
 * Counts nodes and points of an operation.
 * @see https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function costOf(operation: Operation, variables: Readonly<Record<string, unknown>>): QueryCost {
  const total = { nodes: 0, requests: 0 };
  const values = { ...defaultsOf(operation), ...variables };
  const walk = (selections: SelectionSetNode | undefined, parents: number): void => {
    for (const field of fieldsOf(selections, operation.fragments)) {
      const size = pageSize(field, values);
      if (size !== undefined) {
        total.nodes += parents * size;
        total.requests += parents;
      }
      walk(field.selectionSet, parents * (size ?? 1));
    }
  };
  walk(operation.definition.selectionSet, 1);
  return { nodes: total.nodes, points: Math.max(1, Math.round(total.requests / 100)) };
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const size = value.kind === 'Variable' ? variables[value.name.value] : 'value' in value && value.value;
    if (size !== undefined && size !== null && size !== false) return Number(size);
  }
  return undefined;
}

function defaultsOf({ definition }: Operation): Record<string, unknown> {
  const given = (definition.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === 'IntValue' ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  return Object.fromEntries(given);
}
