/** A request that came in. */
export interface Call {
  /** Which one it was, from 1. */
  number: number;
  /** Its query, or "sha256:…" of it when many different ones came before: one text is kept once. */
  query: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** What was answered; 0 while nothing was, which stays so where the connection was cut. */
  status: number;
  /** Aliases directly below `repository { … }`. */
  aliases: number;
  /** Nodes that it might return, as GitHub counts them. */
  nodes: number;
  /** Milliseconds since 1970. */
  at: number;
}
