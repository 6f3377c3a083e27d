import { readMarkdown } from '../markdown/front-matter.ts';
import { type Site, SiteSchema } from '../records/site.ts';
import { SITE } from '../views/texts.ts';
import { namesIn, shown, textOf } from './files.ts';
import { once } from './once.ts';

/** What `site.md` says of the public edition; nothing but defaults where there is no such file. Throws a Fault. */
export const readSite: () => Site = (() => {
  const read = once('site', () =>
    namesIn().includes('site.md')
      ? readMarkdown(textOf('site'), SiteSchema, shown('site')).data
      : { schema: 1 as const },
  );
  return () => read('');
})();

/** What the site calls itself. */
export function siteName(): string {
  return readSite().name ?? SITE.name;
}

/** Where the public edition is served, without a slash behind it: LEDGER_SITE, else as `site.md` says; null elsewhere. */
export function siteAddress(): string | null {
  const address = process.env['LEDGER_SITE'] ?? readSite().address;
  return address === undefined || address === '' ? null : address.replace(/\/+$/, '');
}

/** A path of the site as it is written where it is read away from the site; the path itself where that is not known. */
export function absolute(path: string): string {
  return `${siteAddress() ?? ''}${path}`;
}
