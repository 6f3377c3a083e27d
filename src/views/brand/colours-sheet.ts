import { nearestAccent } from '../../records/accent.ts';
import type { Site } from '../../records/site.ts';

/** Colours of a site's own. */
export type SiteColours = NonNullable<Site['colours']>;

/** With less than this, a colour that nobody chose for dark paper looks like something that is switched off. */
const WELL_SEEN = 7;

/**
 * The sheet of style with a site's own colours. Its rules are for screens, so that print stays black, and more specific
 * than those of `styles/tokens.css`: wherever a page names it, they win.
 */
export function coloursSheet({ light, dark = nearestAccent(light, 'dark', WELL_SEEN) }: SiteColours): string {
  return `@media screen {
  html:root {
    ${tokens(light)}
  }
}
@media screen and (prefers-color-scheme: dark) {
  html:root {
    ${tokens(dark)}
  }
}
`;
}

function tokens(accent: string): string {
  return `--accent: ${accent};\n    --margin-line: color-mix(in srgb, ${accent} 34%, var(--paper));`;
}
