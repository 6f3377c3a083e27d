import type { APIRoute, GetStaticPaths } from 'astro';
import { readChain } from '../content/seal-chain.ts';
import { readSeal } from '../content/seals.ts';
import { sumLines } from '../views/seal/check-data.ts';

export const getStaticPaths = (() =>
  readChain().seals.flatMap(({ place, file, is }) =>
    is === null ? [] : [{ params: { place: String(place) }, props: { file } }],
  )) satisfies GetStaticPaths;

/** What a seal fixes, for `sha256sum -c`. */
export const GET: APIRoute<{ file: string }> = ({ props }) => {
  const stored = readSeal(props.file);
  return new Response(stored === null ? '' : sumLines(stored));
};
