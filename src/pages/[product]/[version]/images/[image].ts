import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { noteImageBytes, noteImageNames } from '../../../../content/note-images.ts';
import { notedVersions } from '../../../../content/notes.ts';
import { releasesIn } from '../../../../content/scope.ts';

export const getStaticPaths = ((options) =>
  releasesIn(options, notedVersions).flatMap(({ product, version }) =>
    noteImageNames(product, version).map((image) => ({ params: { product, version, image } })),
  )) satisfies GetStaticPaths;

/** The picture upright and without what cameras and programs write into files about places and people. */
export const GET: APIRoute = async ({ params: { product = '', version = '', image = '' } }) => {
  const picture = sharp(noteImageBytes(product, version, image), { animated: true }).autoOrient();
  const { format, isPalette } = await picture.metadata();
  // Written anew without its palette, a drawing would weigh twice as much.
  if (format === 'png') picture.png({ palette: isPalette, compressionLevel: 9 });
  const clean = await picture.toBuffer({ resolveWithObject: true });
  return new Response(new Uint8Array(clean.data), {
    headers: { 'Content-Type': `image/${clean.info.format}` },
  });
};
