import type { APIRoute, GetStaticPaths } from 'astro';
import { plainBytes } from '../content/plain-file.ts';
import { askedRelease } from '../content/scope.ts';
import { servedRecords, servedRecordsOf } from '../content/sealed-records.ts';
import { sealableFolder } from '../content/seals.ts';

export const getStaticPaths = ((options) => {
  const release = askedRelease(options);
  const records = release === undefined ? servedRecords() : servedRecordsOf(sealableFolder(release));
  return records.map(({ product, part, name, file }) => ({
    params: { product, version: part, path: name },
    props: { file },
  }));
}) satisfies GetStaticPaths;

/** A seal, or a sealed record, byte for byte. */
export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(plainBytes(props.file) ?? new Uint8Array());
