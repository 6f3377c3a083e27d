import type { APIRoute } from 'astro';
import { hasIcon } from '../content/brand.ts';
import { siteField, siteName } from '../content/site.ts';
import { TEXTS } from '../views/texts.ts';
import { webManifest } from '../views/web-manifest.ts';

/** What devices need to know to keep the site among their applications. */
export const GET: APIRoute = () => {
  const lead = siteField('lead') ?? TEXTS.home.lead;
  const manifest = webManifest({ name: siteName(), lead, ownIcon: hasIcon() });
  return new Response(`${JSON.stringify(manifest)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
