import { iconPath } from './paths.ts';
import { PAPER } from './site-colours.ts';

/** What a site says of itself. */
interface Described {
  name: string;
  lead: string;
  /** True where its sign is a picture of its own. */
  ownIcon: boolean;
}

/** The sign that every site has, as a drawing. */
const DRAWN = { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' } as const;

/** A web application manifest (https://www.w3.org/TR/appmanifest/). */
export function webManifest({ name, lead, ownIcon }: Described) {
  return {
    name,
    short_name: name,
    description: lead,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'browser',
    lang: 'en',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      ...(ownIcon ? [] : [DRAWN]),
      ...([192, 512] as const).map((size) => ({
        src: iconPath(size),
        type: 'image/png',
        sizes: `${size}x${size}`,
      })),
    ],
  };
}
