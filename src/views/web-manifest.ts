import { iconPath } from './paths.ts';
import { PAPER } from './site-colours.ts';
import { TEXTS } from './texts.ts';

/** A web application manifest (https://www.w3.org/TR/appmanifest/). */
export function webManifest(name: string) {
  return {
    name,
    short_name: name,
    description: TEXTS.home.lead,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'browser',
    lang: 'en',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      ...([192, 512] as const).map((size) => ({
        src: iconPath(size),
        type: 'image/png',
        sizes: `${size}x${size}`,
      })),
    ],
  };
}
