import type { APIRoute, GetStaticPaths } from 'astro';
import { deploymentEvidenceBytes, servedDeploymentEvidence } from '../content/deployment-evidence.ts';
import { readEnvironments } from '../content/product-environments.ts';
import { readProductPages } from '../content/sources.ts';
import { servedName } from '../history/evidence-name.ts';

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id: product }) =>
    (readEnvironments(product)?.environments ?? []).flatMap(({ environment }) =>
      servedDeploymentEvidence(product, environment.id).map((name) => ({
        params: { product, environment: environment.id, file: servedName(name) },
        props: { name },
      })),
    ),
  )) satisfies GetStaticPaths;

/** A file that told of deployments, byte for byte. */
export const GET: APIRoute<{ name: string }> = ({ params, props }) =>
  new Response(deploymentEvidenceBytes(params['product'] ?? '', params['environment'] ?? '', props.name));
