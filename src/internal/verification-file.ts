import type { APIRoute, GetStaticPaths } from 'astro';
import { plainBytes } from '../content/plain-file.ts';
import { SEAL_LIST } from '../content/seals.ts';
import { DOSSIER_SCRIPT } from '../seal/dossier-script.ts';
import { VERIFY_SCRIPT } from '../seal/verify-script.ts';
import { HAND_FILES } from '../views/seal/hand-files.ts';

export const getStaticPaths = (() =>
  Object.values(HAND_FILES).map(({ served }) => ({ params: { file: served } }))) satisfies GetStaticPaths;

/** What one needs to check by hand. As text: it is to be read before it is run. */
export const GET: APIRoute = ({ params }) => {
  if (params['file'] === HAND_FILES.proof.served) return new Response(VERIFY_SCRIPT);
  if (params['file'] === HAND_FILES.root.served) return new Response(DOSSIER_SCRIPT);
  return new Response(plainBytes(SEAL_LIST) ?? '');
};
