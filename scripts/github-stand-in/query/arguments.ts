import type { GraphQLResolveInfo } from 'graphql';

/** Arguments that the resolved fields take. */
export interface Arguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  owner?: string;
  name?: string;
  id?: string;
  ids?: string[];
  login?: string;
  number?: number;
  oid?: string | null;
  expression?: string | null;
  tagName?: string;
  qualifiedName?: string;
  states?: string[] | null;
  environments?: string[] | null;
  itemTypes?: string[] | null;
  since?: string | null;
  orderBy?: Order | null;
}

/** How a connection is ordered. */
export interface Order {
  field: string;
  direction: 'ASC' | 'DESC';
}

const KNOWN: ReadonlySet<string> = new Set([
  ...['first', 'last', 'after', 'before', 'orderBy', 'states', 'environments', 'itemTypes', 'since'],
  ...['owner', 'name', 'id', 'ids', 'login', 'number', 'oid', 'expression', 'tagName', 'qualifiedName'],
  ...['followRenames', 'userLinkedOnly', 'size', 'dryRun'],
]);

/** The name of an argument that a query gives and no resolver takes; undefined where there is none. */
export function unknownArgument({ fieldNodes }: GraphQLResolveInfo): string | undefined {
  const given = fieldNodes[0]?.arguments?.map(({ name }) => name.value) ?? [];
  return given.find((name) => !KNOWN.has(name));
}
