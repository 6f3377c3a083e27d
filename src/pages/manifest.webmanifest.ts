import type { APIRoute } from 'astro';
import { siteName } from '../content/site.ts';
import { webManifest } from '../views/web-manifest.ts';

/** What devices need to know to keep the site among their applications. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(webManifest(siteName()))}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
