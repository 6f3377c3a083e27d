import type { APIRoute, GetStaticPaths } from 'astro';
import { knownSummary } from '../content/compare.ts';
import { judgedVersions } from '../content/dossier.ts';
import { releasesIn } from '../content/scope.ts';

export const getStaticPaths = ((options) =>
  releasesIn(options, judgedVersions).map((params) => ({ params }))) satisfies GetStaticPaths;

/** A release in short, for comparisons. */
export const GET: APIRoute = ({ params }) =>
  Response.json(knownSummary(params['product'] ?? '', params['version'] ?? ''));
