/** What a harvest reads on the platform, and the permission of a token that lets it. */
export const AREAS = {
  contents: 'Contents: read',
  'pull requests': 'Pull requests: read',
  issues: 'Issues: read',
  checks: 'Checks and Commit statuses: read',
  deployments: 'Deployments: read',
} as const;
export type Area = keyof typeof AREAS;

/** What the platform says of a token. */
export type TokenFacts =
  | { is: 'unset' }
  /** It cannot be sent: it holds what no token has. */
  | { is: 'malformed'; says: string }
  | { is: 'refused'; says: string }
  /** Nobody answered, or not to this question. */
  | { is: 'unanswered'; says: string }
  | { is: 'spent'; until: string | null }
  | { is: 'valid'; login: string; limit: number; remaining: number; resetAt: string; scopes: string | null };

/** What a token may see of one repository. */
export type RepositoryAccess =
  | { is: 'seen'; name: string }
  | { is: 'invisible' }
  | { is: 'guarded'; says: string }
  | { is: 'lacking'; areas: readonly Area[]; says: string }
  | { is: 'unanswered'; says: string };

/** A repository that policies name, and who asks for it. */
export interface AskedRepository {
  /** "owner/name". */
  name: string;
  product: string;
  access: RepositoryAccess;
}

/** All that was found out on the platform. */
export interface PlatformFacts {
  url: string;
  token: TokenFacts;
  repositories: AskedRepository[];
}
