/** What goes wrong. Calls are counted from 1, each request that came in, refused ones too. */
export interface Faults {
  /** A request with more aliases than this at the level of `repository { … }` is answered 502. */
  badGatewayAbove?: number;
  /** A request that may return more nodes than this is answered 502. */
  badGatewayAboveNodes?: number;
  /** The form of the 502: GraphQL's errors, or the proxy's page. Default: json. */
  badGatewayBody?: 'json' | 'html';
  /** These calls are answered 502. */
  badGateway?: number[];
  /** A request with more aliases than this at the level of `repository { … }` is not answered in time. */
  timeoutAbove?: number;
  /** What a timeout is: silence, 504, or an answer after so many milliseconds. Default: silence. */
  timeout?: 'silence' | 504 | { afterMilliseconds: number };
  /** The hour's points are used up. */
  primaryLimit?: PrimaryLimit;
  /** Too many requests at once. */
  secondaryLimit?: SecondaryLimit;
  /** The connection of these calls is cut without an answer. */
  dropConnections?: number[];
  /** These calls answer 200 with "Something went wrong while executing your query". */
  somethingWentWrong?: number[];
  /** These calls answer 503 with GitHub's page. */
  statusUnavailable?: number[];
  /** Connections, such as "PullRequest.reviews", that end after so many while `totalCount` tells all. */
  truncate?: Record<string, number>;
  /** Numbers of pull requests that `associatedPullRequests` omits: an index that lags behind. */
  lateIndex?: number[];
  /** What answers null with an error at its path. */
  partialErrors?: PartialError[];
  /** What the token may not read: answers null with an error at its path. */
  refused?: Refusal[];
}

/** A repository, or one of its fields, that a token is kept from. */
export interface Refusal {
  /** "owner/name". Default: every repository. */
  repository?: string;
  /** A field of the repository, as "pullRequests". Default: the repository itself. */
  field?: string;
  message: string;
  /** Default: FORBIDDEN. */
  type?: string;
}

/** Calls after so many are refused until the limit is reset, once. */
export interface PrimaryLimit {
  afterCalls: number;
  /** How long after the first refused call. */
  resetInSeconds: number;
  /** The error's type: the one that is documented, or the one that is seen since 2025. Default: RATE_LIMITED. */
  type?: 'RATE_LIMITED' | 'RATE_LIMIT';
}

/** One call is refused. */
export interface SecondaryLimit {
  atCall: number;
  /** The `retry-after` header. Default: no such header, as GitHub does at times. */
  retryAfterSeconds?: number;
  /** Default: 403. */
  status?: 403 | 200 | 429;
  /** How many calls from then on. Default: 1. */
  times?: number;
}

/** Something that cannot be answered: a pull request or issue by number, a commit by oid. */
export interface PartialError {
  number?: number;
  oid?: string;
  message: string;
  /** Default: none. */
  type?: string;
}
