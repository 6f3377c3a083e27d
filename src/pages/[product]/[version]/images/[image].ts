import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { noteImageBytes, noteImageNames } from '../../../../content/note-images.ts';
import { readProductPages } from '../../../../content/sources.ts';

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id, notes }) =>
    notes.flatMap(({ note }) =>
      noteImageNames(id, note.version).map((image) => ({
        params: { product: id, version: note.version, image },
      })),
    ),
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
