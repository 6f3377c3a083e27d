import { imageSize } from 'image-size';
import type { NoteImage, NoteImages } from '../markdown/note-image.ts';
import { Fault } from '../records/fault.ts';
import { noteImagePath } from '../views/paths.ts';
import { bytesAt, shownPath } from './disk.ts';
import { namesIn } from './files.ts';

/** Pictures that every browser and most mail programs show; others would have to be made harmless first. */
const KINDS = /\.(?:png|jpe?g|gif|webp|avif)$/i;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Names of the pictures beside a note: in the folder of its version. */
export function noteImageNames(product: string, version: string): string[] {
  return namesIn('notes', product, version).filter((name) => KINDS.test(name) && NAME.test(name));
}

/** The pictures beside a note, by the words that the note names them with. Throws a Fault for a broken one. */
export function readNoteImages(product: string, version: string): NoteImages {
  return new Map(
    noteImageNames(product, version).map((name) => [
      `${version}/${name}`,
      { address: noteImagePath(product, version, name), ...sizeOf(product, version, name) },
    ]),
  );
}

/** The picture's bytes as they stand beside the note. */
export function noteImageBytes(product: string, version: string, name: string): Buffer {
  return bytesAt('notes', product, version, name);
}

function sizeOf(product: string, version: string, name: string): Omit<NoteImage, 'address'> {
  try {
    const { width, height, orientation = 1 } = imageSize(noteImageBytes(product, version, name));
    // A camera that was turned says so: the site serves the picture upright.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (cause) {
    const file = shownPath('notes', product, version, name);
    throw new Fault('the picture cannot be read', {
      place: { file },
      hint: 'Save it again as PNG, JPEG, GIF, WebP or AVIF.',
      cause,
    });
  }
}
