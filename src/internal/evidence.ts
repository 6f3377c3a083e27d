import type { APIRoute, GetStaticPaths } from 'astro';
import { judgedVersions } from '../content/dossier.ts';
import { evidenceBytes, servedEvidence } from '../content/evidence.ts';
import { releasesIn } from '../content/scope.ts';
import { servedName } from '../history/evidence-name.ts';

export const getStaticPaths = ((options) =>
  releasesIn(options, judgedVersions).flatMap(({ product, version }) =>
    servedEvidence(product, version).map((name) => ({
      params: { product, version, file: servedName(name) },
      props: { name },
    })),
  )) satisfies GetStaticPaths;

/** Raw evidence, byte for byte. */
export const GET: APIRoute<{ name: string }> = ({ params, props }) =>
  new Response(evidenceBytes(params['product'] ?? '', params['version'] ?? '', props.name));
