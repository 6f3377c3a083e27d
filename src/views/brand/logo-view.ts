/** A picture of the logo as pages show it. */
export interface LogoPicture {
  /** Where it is served. */
  address: string;
  /** Pixels of the page, kept free until it arrives. */
  width: number;
  height: number;
}

/** The logo in the header of a page. */
export interface LogoView {
  light: LogoPicture;
  /** On dark paper; null where the light one stands on a light leaf there. */
  dark: LogoPicture | null;
  /** True where the name can be read in it. */
  named: boolean;
}

/** The room that a header has for a logo, in pixels. */
export const LOGO_ROOM = { width: 200, height: 32 } as const;

/** How many times wider than high a logo may be, and how many times higher than wide: beyond that it is a thread. */
export const LOGO_SHAPE = { widest: 12, highest: 2 } as const;

/** True for a shape that can be recognised in the room that there is. */
export function fitsHeader({ width, height }: { width: number; height: number }): boolean {
  return width <= LOGO_SHAPE.widest * height && height <= LOGO_SHAPE.highest * width;
}

/** The size that a picture is shown in: as large as there is room, in its own shape. */
export function shownSize({ width, height }: { width: number; height: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(LOGO_ROOM.width / width, LOGO_ROOM.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
