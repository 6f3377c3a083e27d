import type { APIRoute, GetStaticPaths } from 'astro';
import { deploymentEvidenceBytes, servedDeploymentEvidence } from '../content/deployment-evidence.ts';
import { listedEnvironments } from '../content/product-environments.ts';
import { readProductPages } from '../content/sources.ts';
import { servedName } from '../history/evidence-name.ts';

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id: product }) =>
    listedEnvironments(product).flatMap((environment) =>
      servedDeploymentEvidence(product, environment).map((name) => ({
        params: { product, environment, file: servedName(name) },
        props: { name },
      })),
    ),
  )) satisfies GetStaticPaths;

/** A file that told of deployments, byte for byte. */
export const GET: APIRoute<{ name: string }> = ({ params, props }) =>
  new Response(deploymentEvidenceBytes(params['product'] ?? '', params['environment'] ?? '', props.name));
