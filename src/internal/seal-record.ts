import type { APIRoute, GetStaticPaths } from 'astro';
import { plainBytes } from '../content/plain-file.ts';
import { servedRecords } from '../content/sealed-records.ts';

export const getStaticPaths = (() =>
  servedRecords().map(({ product, part, name, file }) => ({
    params: { product, version: part, path: name },
    props: { file },
  }))) satisfies GetStaticPaths;

/** A seal, or a sealed record, byte for byte. */
export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(plainBytes(props.file) ?? new Uint8Array());
