import type { APIRoute, GetStaticPaths } from 'astro';
import { populationCsv, populationScopes, scopeOfSlug } from '../content/population.ts';
import { scopeSlug } from '../views/population/scope.ts';

export const getStaticPaths = (() =>
  populationScopes().map((scope) => ({
    params: { scope: scopeSlug(scope) || undefined },
  }))) satisfies GetStaticPaths;

/** A population as the command prints it. */
export const GET: APIRoute = ({ params }) => new Response(populationCsv(scopeOfSlug(params['scope'])));
