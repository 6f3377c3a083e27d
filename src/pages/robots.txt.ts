import type { APIRoute } from 'astro';
import { edition } from '../content/settings.ts';
import { absolute, siteAddress } from '../content/site.ts';
import { robotsText } from '../views/robots-text.ts';

/** What crawlers may read; raw evidence of the internal edition has no page that could say so itself. */
export const GET: APIRoute = () => {
  const sitemap = siteAddress() === null ? null : absolute('/sitemap-index.xml');
  return new Response(robotsText(edition(), sitemap), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
