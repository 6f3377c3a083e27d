import { readFileSync } from 'node:fs';
import { buildSchema, extendSchema, type GraphQLSchema, parse } from 'graphql';
import { once } from './once.ts';

/**
 * The digest of release assets, which GitHub answers since June 2025 and the published schema may lack: an
 * addition for `startGitHub`, to see a reader with and without it.
 */
export const ASSET_DIGESTS = 'extend type ReleaseAsset { digest: String }';

/**
 * GitHub's published schema, built once in a process: that takes a fifth of a second. Its validity is assumed
 * because it has fields twice and deprecations that graphql-js refuses.
 */
export const publishedSchema: () => GraphQLSchema = once(() =>
  buildSchema(readFileSync(definition(), 'utf8'), {
    assumeValidSDL: true,
    assumeValid: true,
    noLocation: true,
  }),
);

/** The published schema with additions in GraphQL's schema language. */
export function schemaWith(additions: string | undefined): GraphQLSchema {
  const schema = publishedSchema();
  if (additions === undefined) return schema;
  return extendSchema(schema, parse(additions), { assumeValid: true });
}

// The package's entry reads five megabytes of JSON and brings its own graphql-js: only its text is wanted.
function definition(): URL {
  return new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
}
