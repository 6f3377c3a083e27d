import sharp, { type Sharp } from 'sharp';
import { Fault } from '../records/fault.ts';
import { coloursSheet } from '../views/brand/colours-sheet.ts';
import {
  fitsHeader,
  LOGO_ROOM,
  LOGO_SHAPE,
  type LogoPicture,
  type LogoView,
  shownSize,
} from '../views/brand/logo-view.ts';
import { type BrandFile, brandPath, ICON_SIZES } from '../views/paths.ts';
import { PAPER } from '../views/site-colours.ts';
import { once } from './once.ts';
import { siteField, siteFieldPlace } from './site.ts';
import { type SitePicture, sitePicture } from './site-files.ts';

const LOGOS = ['light', 'dark'] as const;
type Logo = (typeof LOGOS)[number];

/** Screens with three pixels in the place of one. */
const DENSITY = 3;
const ICON_SIDE = Math.max(...ICON_SIZES);

/** The site's own logo; null where it has none. Throws a Fault for one that cannot be shown. */
export function siteLogo(): LogoView | null {
  return readLogo('');
}

const readLogo = once(
  'site logo',
  (): LogoView | null => {
    const logo = siteField('logo');
    if (logo === null) return null;
    const dark = logo.dark === undefined ? null : logoView('dark', logo.dark);
    return { light: logoView('light', logo.light), dark, named: logo.named === true };
  },
  { cut: true },
);

/** True where the site has colours of its own: which ones, pages do not know. */
export function hasColours(): boolean {
  return readHasColours('');
}

const readHasColours = once('site has colours', () => siteField('colours') !== null, { cut: true });

/** True where the site has a sign of its own. */
export function hasIcon(): boolean {
  return readHasIcon('');
}

const readHasIcon = once('site has icon', () => siteField('icon') !== null, { cut: true });

/** Names of the files that the site's own look is made of. */
export function brandFiles(): BrandFile[] {
  const logo = siteField('logo');
  const logos = LOGOS.flatMap((which) => (logo?.[which] === undefined ? [] : [logoFile(which, logo[which])]));
  return hasColours() ? ['colours.css', ...logos] : logos;
}

/** One of them as it is served. */
export async function brandFile(name: BrandFile): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }> {
  if (name === 'colours.css') return { type: 'text/css; charset=utf-8', bytes: sheetBytes() };
  const which = name.startsWith('logo-dark.') ? 'dark' : 'light';
  const { kind, bytes } = logoPicture(which, siteField('logo')?.[which] ?? '');
  if (kind === 'svg') return { type: 'image/svg+xml', bytes: Uint8Array.from(bytes) };
  const room = { width: LOGO_ROOM.width * DENSITY, height: LOGO_ROOM.height * DENSITY };
  const small = sharp(bytes).resize({ ...room, fit: 'inside', withoutEnlargement: true });
  return { type: 'image/png', bytes: await pngBytes(small) };
}

/** The site's own sign in a size, in pixels, without metadata; null where it has none. Throws a Fault for a broken one. */
export async function ownIcon(size: number, paper = false): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = siteField('icon');
  if (file === null) return null;
  const { bytes, width, height } = sitePicture('icon', file);
  if (width !== height || width < ICON_SIDE)
    throw new Fault(`the icon is ${width} × ${height} pixels large`, {
      place: siteFieldPlace('icon'),
      hint: `It must be a square of ${ICON_SIDE} pixels or more a side.`,
    });
  const icon = sharp(bytes).resize(size, size);
  return pngBytes(paper ? icon.flatten({ background: PAPER.light }) : icon);
}

function logoView(which: Logo, file: string): LogoPicture {
  const { width, height } = shownSize(logoPicture(which, file));
  return { address: brandPath(logoFile(which, file)), width, height };
}

function logoPicture(which: Logo, file: string): SitePicture {
  const picture = sitePicture(`logo.${which}`, file);
  if (fitsHeader(picture)) return picture;
  throw new Fault(
    `the logo is ${picture.width} × ${picture.height} large: in a header nobody could make it out`,
    {
      place: siteFieldPlace(`logo.${which}`),
      hint: `It may be ${LOGO_SHAPE.widest} times wider than high, or ${LOGO_SHAPE.highest} times higher than wide.`,
    },
  );
}

function logoFile(which: Logo, file: string): BrandFile {
  const name = which === 'light' ? 'logo' : 'logo-dark';
  return file.endsWith('.svg') ? `${name}.svg` : `${name}.png`;
}

function sheetBytes(): Uint8Array<ArrayBuffer> {
  const colours = siteField('colours');
  return Uint8Array.from(Buffer.from(colours === null ? '' : coloursSheet(colours)));
}

/** Written anew, a picture loses what programs write into it about people and places. */
async function pngBytes(picture: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await picture.png({ compressionLevel: 9 }).toBuffer());
}
