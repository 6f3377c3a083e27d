import type { IncomingMessage } from 'node:http';

/** A request as GraphQL over HTTP sends it. */
export interface GraphQLRequest {
  /** Undefined where it is missing or no text. */
  query: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** The whole body. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

/** Reads a body; undefined where it is no JSON object. */
export function requestIn(body: string): GraphQLRequest | undefined {
  const read = parsed(body);
  if (typeof read !== 'object' || read === null) return undefined;
  const { query, operationName, variables } = read as Record<string, unknown>;
  return {
    query: typeof query === 'string' ? query : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
  };
}

/** The token of `authorization: token X` or `bearer X`; undefined without one. */
export function tokenOf(request: IncomingMessage): string | undefined {
  return /^(?:token|bearer)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
