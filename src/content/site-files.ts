import { imageSize } from 'image-size';
import { cleanSvg } from '../images/clean-svg.ts';
import { Fault } from '../records/fault.ts';
import { bytesAt, isPlainFolder, kindAt, shownPath, sizeAt } from './disk.ts';
import { siteFieldPlace } from './site.ts';

/** A picture of the folder `site`: a drawing that was made harmless, or pixels as they stand in the file. */
export interface SitePicture {
  kind: 'svg' | 'png';
  bytes: Buffer;
  width: number;
  height: number;
}

/** Bytes that a file may have: every page shows the logo, and a drawing is served as large as it is. */
const LIMITS = { svg: 24 * 1024, png: 2 * 1024 * 1024 } as const;
/** Pixels of a side. */
const SIDE = 4096;

/** Reads a picture that a field of `site.md` names, as "site/logo.svg". Throws a Fault for one that cannot be shown. */
export function sitePicture(field: string, file: string): SitePicture {
  const kind = file.endsWith('.svg') ? 'svg' : 'png';
  holdPlain(field, file);
  holdSize(field, file, LIMITS[kind]);
  const bytes = kind === 'svg' ? cleanBytes(file) : bytesAt(file);
  return { kind, bytes, ...pixelsOf(file, kind, bytes) };
}

/** What a link leads to is not the ledger's own. */
function holdPlain(field: string, file: string): void {
  const kind = kindAt(file);
  if (kind === null)
    throw new Fault(`there is no ${shownPath(file)}`, {
      place: siteFieldPlace(field),
      hint: 'Put the file there, or take the field out.',
    });
  if (kind !== 'file' || !isPlainFolder('site'))
    throw new Fault('a picture of the site must be a file of its own, and no link', {
      place: { file: shownPath(file) },
      hint: 'Copy what the link leads to.',
    });
}

function holdSize(field: string, file: string, limit: number): void {
  const size = sizeAt(file);
  if (size <= limit) return;
  throw new Fault(`${shownPath(file)} has ${kilobytes(size)} KB, and may have ${kilobytes(limit)}`, {
    place: siteFieldPlace(field),
    hint: 'Every page shows it: save it smaller, a drawing without what its program adds.',
  });
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / 1024).toLocaleString('en-GB');
}

function cleanBytes(file: string): Buffer {
  const clean = cleanSvg(bytesAt(file).toString('utf8'));
  if (clean.is === 'clean') return Buffer.from(clean.text);
  throw new Fault(`the drawing ${clean.because}`, {
    place: { file: shownPath(file), line: clean.line },
    hint: 'Save it as a plain SVG, with text and pictures turned into paths, or as PNG.',
  });
}

function pixelsOf(file: string, kind: string, bytes: Buffer): { width: number; height: number } {
  const { type, width, height } = measured(file, bytes);
  if (type !== kind)
    throw new Fault(`the picture is ${type ?? 'of no known kind'}, and is called ${kind}`, {
      place: { file: shownPath(file) },
    });
  if (width >= 1 && height >= 1 && (kind === 'svg' || Math.max(width, height) <= SIDE))
    return { width, height };
  throw new Fault(`the picture is ${width} × ${height} pixels large`, {
    place: { file: shownPath(file) },
    hint: `A side may have 1 to ${SIDE} pixels.`,
  });
}

function measured(file: string, bytes: Buffer): { type?: string | undefined; width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (cause) {
    throw new Fault('the picture cannot be read', {
      place: { file: shownPath(file) },
      hint: 'Save it again as PNG, or as SVG with a viewBox.',
      cause,
    });
  }
}
