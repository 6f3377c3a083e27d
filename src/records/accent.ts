/** The two themes that every page has. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * What stands behind links and marks in each theme: the paper, a leaf laid on it, and the leaves of warnings, as in
 * `styles/tokens.css`.
 */
export const BACKGROUNDS: Readonly<Record<Theme, readonly [paper: string, ...leaves: string[]]>> = {
  light: ['#fbfaf6', '#f3f1ea', '#fbebe7', '#fbf2dc'],
  dark: ['#14171c', '#1c2027', '#33201e', '#2d2717'],
};

/** What text needs at least (WCAG 2.2, 1.4.3, level AA). Marks and borders need 3 (1.4.11), which it includes. */
export const TEXT_CONTRAST = 4.5;

/** A colour against the background of a theme on which it can be seen worst. */
export interface WorstContrast {
  /** From 1, the same, to 21, black on white. */
  ratio: number;
  background: string;
}

/** How well a colour, as "#b04a00", can be seen in a theme. */
export function worstContrast(colour: string, theme: Theme): WorstContrast {
  return BACKGROUNDS[theme]
    .map((background) => ({ ratio: contrast(colour, background), background }))
    .reduce((worst, each) => (each.ratio < worst.ratio ? each : worst));
}

/** The shade of a colour that has enough contrast in a theme and is next to it; itself where it has. */
export function nearestAccent(colour: string, theme: Theme, enough = TEXT_CONTRAST): string {
  const towards = theme === 'light' ? 0 : 255;
  for (let part = 0; part < 255; part += 1) {
    const mixed = channelsOf(colour).map((channel) => channel + ((towards - channel) * part) / 255);
    const shade = `#${mixed.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
    if (worstContrast(shade, theme).ratio >= enough) return shade;
  }
  return theme === 'light' ? '#000000' : '#ffffff';
}

/** Contrast of two colours by their relative luminance (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
