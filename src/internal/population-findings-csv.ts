import type { APIRoute, GetStaticPaths } from 'astro';
import { populationScopes, readReconciliation, scopeOfSlug } from '../content/population.ts';
import { findingLines } from '../population/table/findings-table.ts';
import { scopeSlug } from '../views/population/scope.ts';

export const getStaticPaths = (() =>
  populationScopes().map((scope) => ({
    params: { scope: scopeSlug(scope) || undefined },
  }))) satisfies GetStaticPaths;

/** What does not match in a population, as the command prints it. */
export const GET: APIRoute = ({ params }) =>
  new Response(findingLines(readReconciliation(scopeOfSlug(params['scope'])).findings).join(''));
