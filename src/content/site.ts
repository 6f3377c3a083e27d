import { readMarkdown } from '../markdown/front-matter.ts';
import type { Fault } from '../records/fault.ts';
import { type Site, type SiteLink, SiteSchema, type SiteText } from '../records/site.ts';
import { SCHEMA_VERSION } from '../records/values.ts';
import { SITE, SITE_TEXTS } from '../views/texts.ts';
import { namesIn, shown, textOf } from './files.ts';
import { once } from './once.ts';

/** What `site.md` says, and the text below; nothing but defaults where there is no such file. Throws a Fault. */
const readSite = once('site', () => {
  if (!namesIn().includes('site.md'))
    return { data: { schema: SCHEMA_VERSION } satisfies Site as Site, body: '' };
  return readMarkdown(textOf('site'), SiteSchema, shown('site'));
});

/**
 * A part of `site.md`; null where it says nothing of it. Pages take the parts that they show one by one: so that other
 * colours make no page anew.
 */
export function siteField<Field extends keyof Site>(field: Field): NonNullable<Site[Field]> | null {
  return readField(field) as NonNullable<Site[Field]> | null;
}

const readField = once('site field', (key) => readSite('').data[key as keyof Site] ?? null, { cut: true });

/** Where in `site.md` something is wrong that only its files show. */
export function siteFieldPlace(field: string): NonNullable<Fault['place']> {
  return { file: shown('site'), field };
}

/** What the site calls itself. */
export function siteName(): string {
  return siteField('name') ?? SITE.name;
}

/** Words of the site's own, else those that every site has. */
export function siteText(text: SiteText): string {
  return readText(text);
}

const readText = once(
  'site text',
  (key) => readSite('').data.texts?.[key as SiteText] ?? SITE_TEXTS[key as SiteText],
  { cut: true },
);

/** Links to the company's other pages. */
export function siteLinks(place: 'header' | 'footer'): readonly SiteLink[] {
  return siteField('links')?.[place] ?? [];
}

/** What stands on the home page above everything else, as markdown; null where `site.md` has no words for readers. */
export function siteIntroduction(): string | null {
  return readIntroduction('');
}

const readIntroduction = once(
  'site introduction',
  () => {
    const { data, body } = readSite('');
    return data.introduction === true && body.trim() !== '' ? body : null;
  },
  { cut: true },
);

/** Where the public edition is served, without a slash behind it: LEDGER_SITE, else as `site.md` says; null elsewhere. */
export function siteAddress(): string | null {
  const address = process.env['LEDGER_SITE'] ?? siteField('address');
  return address === null || address === '' ? null : address.replace(/\/+$/, '');
}

/** A path of the site as it is written where it is read away from the site; the path itself where that is not known. */
export function absolute(path: string): string {
  return `${siteAddress() ?? ''}${path}`;
}
