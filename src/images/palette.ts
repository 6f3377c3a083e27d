/**
 * Colours of a picture, as the site has them in its light theme (styles/tokens.css), each with its shades towards the
 * paper that edges of letters need. With the paper they are sixteen: a pixel then takes half a byte.
 */
const COLOURS = {
  faded: { full: '#595c63', shades: 4 },
  danger: { full: '#9c2518', shades: 3 },
  accent: { full: '#1f4b8e', shades: 3 },
  ink: { full: '#1b1d22', shades: 5 },
} as const;
export type Colour = keyof typeof COLOURS;

const PAPER = '#fbfaf6';
const NAMES = Object.keys(COLOURS) as Colour[];

/** The place in the palette of a colour that covers a part of a pixel, from 0 to 1; the paper itself is at 0. */
export function placeOf(colour: Colour, part = 1): number {
  const shade = Math.round(part * COLOURS[colour].shades);
  return shade === 0 ? 0 : firstPlace(colour) + shade - 1;
}

/** The places of a colour by how much of a pixel it covers, from 0 to 255. */
export function placesOf(colour: Colour): Uint8Array {
  return PLACES[colour];
}

/** Red, green and blue of every place; with an accent of the site's own, where it has one. */
export function paletteBytes(accent: string = COLOURS.accent.full): Uint8Array {
  const paper = channelsOf(PAPER);
  const shades = NAMES.flatMap((name) => {
    const { shades } = COLOURS[name];
    const full = name === 'accent' ? accent : COLOURS[name].full;
    return Array.from({ length: shades }, (_, at) =>
      mixed(paper, channelsOf(full), (at + 1) / shades),
    ).flat();
  });
  return Uint8Array.from([...paper, ...shades]);
}

const PLACES = Object.fromEntries(
  NAMES.map((name) => [name, Uint8Array.from({ length: 256 }, (_, covered) => placeOf(name, covered / 255))]),
) as Record<Colour, Uint8Array>;

function firstPlace(colour: Colour): number {
  const before = NAMES.slice(0, NAMES.indexOf(colour));
  return before.reduce((sum, name) => sum + COLOURS[name].shades, 1);
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mixed(from: readonly number[], to: readonly number[], part: number): number[] {
  return from.map((channel, at) => Math.round(channel + ((to[at] ?? 0) - channel) * part));
}
