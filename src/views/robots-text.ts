/** Rules for crawlers (https://www.rfc-editor.org/rfc/rfc9309): all of the public edition, nothing of the internal one. */
export function robotsText(edition: 'public' | 'internal', sitemap: string | null): string {
  if (edition === 'internal') return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nAllow: /\n${sitemap === null ? '' : `Sitemap: ${sitemap}\n`}`;
}
