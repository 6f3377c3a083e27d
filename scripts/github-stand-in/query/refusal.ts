import { GraphQLError } from 'graphql';
import type { Faults } from '../faults.ts';

/** An error with the `type` that GitHub puts beside the message; graphql-js adds path and place. */
export function refusal(message: string, type?: string): GraphQLError {
  return new GraphQLError(message, type === undefined ? {} : { extensions: { type } });
}

/** Throws where a token is kept from a repository, or from one of its fields. */
export function refuseWhatIsKept({ refused = [] }: Faults, fullName: string, field?: string): void {
  const found = refused.find(
    (each) => each.field === field && (each.repository ?? fullName).toLowerCase() === fullName.toLowerCase(),
  );
  if (found !== undefined) throw refusal(found.message, found.type ?? 'FORBIDDEN');
}

/** GitHub's form of errors: the type beside the message, not among the extensions. */
export function inGitHubForm(error: GraphQLError): Record<string, unknown> {
  const { type, path: staticPath, ...extensions } = error.extensions;
  const path = staticPath ?? error.path;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}
