import { type Atom, generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { type FeedChoice, feedPath, iconPath } from '../../views/paths.ts';
import { TEXTS } from '../../views/texts.ts';
import { addressOn, type Site } from '../site-links.ts';
import type { FeedItem } from './feed-items.ts';
import { nameUrn } from './name-uuid.ts';

/** A feed before it is written in one of its formats. */
export interface Feed {
  /** The product's id; null for all products. */
  product: string | null;
  choice: FeedChoice;
  /** "OpenEBS: All releases". */
  title: string;
  /** Who speaks: the product's or the site's name. */
  author: string;
  /** The page that it belongs to, from the root on. */
  page: string;
  items: readonly FeedItem[];
}

/** What a feed is called. */
export function feedTitle(name: string, choice: FeedChoice): string {
  return TEXTS.follow.feedTitle(name, TEXTS.follow.feed[choice]);
}

/** Atom 1.0 (RFC 4287). Where the site's address is not known, its links are relative to where it was read. */
export function atomFeed(feed: Feed, site: Site): string {
  const { product, choice, title, author, page, items } = feed;
  return generateAtomFeed(
    {
      id: feedId(feed),
      title: { value: title },
      updated: new Date(updatedOf(items)),
      xml: { lang: 'en' },
      authors: [{ name: author }],
      ...atomIcon(site),
      links: [
        { rel: 'self', type: 'application/atom+xml', href: place(site, feedPath(product, choice, 'atom')) },
        { rel: 'alternate', type: 'text/html', href: place(site, page) },
      ],
      entries: items.map(atomEntry),
    },
    { strict: true },
  );
}

function atomEntry({ id, title, url, published, updated, html, tags }: FeedItem): Atom.Entry<Date, true> {
  return {
    id,
    title: { value: title },
    published: new Date(published),
    updated: new Date(updated),
    links: [{ rel: 'alternate', type: 'text/html', href: url }],
    categories: tags.map((term) => ({ term })),
    content: { type: 'html', value: html },
  };
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed(feed: Feed, site: Site): string {
  const { product, choice, title, author, page, items } = feed;
  const document = generateJsonFeed({
    title,
    home_page_url: place(site, page),
    feed_url: place(site, feedPath(product, choice, 'json')),
    ...jsonIcons(site),
    language: 'en',
    authors: [{ name: author }],
    items: items.map(({ id, title, url, published, updated, html, tags }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: published,
      date_modified: updated,
      tags,
    })),
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The id of a feed follows from what it tells of, and not from where it is. */
function feedId({ product, choice }: Feed): string {
  return nameUrn('feed', product ?? '', choice);
}

/** A feed without items has changed never. */
function updatedOf(items: readonly FeedItem[]): string {
  return items.reduce((last, { updated }) => (updated > last ? updated : last), '1970-01-01T00:00:00+00:00');
}

/** The site's sign, a square: a reader of feeds has no address that it could be relative to. */
function atomIcon(site: Site): { icon?: string } {
  const icon = addressOn(site, iconPath(192));
  return icon === null ? {} : { icon };
}

function jsonIcons(site: Site): { icon?: string; favicon?: string } {
  const [icon, favicon] = [addressOn(site, iconPath(512)), addressOn(site, '/favicon.ico')];
  return icon === null || favicon === null ? {} : { icon, favicon };
}

function place(site: Site, path: string): string {
  return addressOn(site, path) ?? path;
}
