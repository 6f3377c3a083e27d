import { type Announcement, type Announcer, announcerOf, type NoteSource } from '../announce/announcement.ts';
import { changelogForm, changelogPart, isInChangelog } from '../announce/changelog-form.ts';
import { atomFeed, feedTitle, jsonFeed } from '../announce/feed/feed-document.ts';
import {
  type FeedItem,
  type FeedTelling,
  type FoundRelease,
  feedItems,
  feedTelling,
  itemsOfRelease,
  newestItems,
  type ReleaseItems,
} from '../announce/feed/feed-items.ts';
import type { Site } from '../announce/site-links.ts';
import { FEEDS, type FeedChoice, productPath } from '../views/paths.ts';
import { lately, once } from './once.ts';
import { readPublicRelease } from './public-releases.ts';
import { siteAddress, siteName, siteText } from './site.ts';
import { findProductPages, findRelease, readProductPages } from './sources.ts';

/** The site as what is read away from it has to name it. */
export function announcedSite(): Site {
  return { address: siteAddress() };
}

const teller = once('teller', (product: string): { tell: Announcer } => {
  const source = findProductPages(product);
  const releaseOf = (record: NoteSource) => readPublicRelease(product, record.note.version);
  return { tell: announcerOf(source, announcedSite(), releaseOf) };
});

const announcement = lately('announcement', (key: string): Announcement => {
  const [product = '', version = ''] = key.split('/');
  return teller(product).tell(findRelease(findProductPages(product), version));
});

/** A release, ready to be told of; the files beside a release's page are made one after the other. */
export function readAnnouncement(product: string, version: string): Announcement {
  return announcement(`${product}/${version}`);
}

/** A product's whole changelog. */
export function readChangelog(product: string): string {
  const { product: facts, notes } = findProductPages(product);
  const told = notes.filter(({ note }) => isInChangelog(note));
  const parts = told.map(({ note }) => changelogParts(`${product}/${note.version}`));
  return [...changelogForm(facts.name, parts)].join('');
}

const changelogParts = once(
  'changelog of a release',
  (key: string) => {
    const [product = '', version = ''] = key.split('/');
    return changelogPart(teller(product).tell(findRelease(findProductPages(product), version)));
  },
  { kept: true },
);

const items = once(
  'feed items',
  (key: string): FeedItem[] => {
    const [choice, ...product] = key.split('/');
    const products = product.length === 0 ? readProductPages().map(({ id }) => id) : [product.join('/')];
    return feedItems(products.flatMap((id) => newest(`${choice}/${id}`)));
  },
  { cut: true, room: 1 },
);

/** Where another product got a release, its own stay as they are. */
const newest = once(
  'newest in feeds',
  (key: string): ReleaseItems[] => {
    const [choice, product = ''] = key.split('/');
    const source = {
      source: findProductPages(product),
      tellingOf: ({ version }: FoundRelease) => tellings(`${product}/${version}`),
      itemsOf: ({ version }: FoundRelease) => itemsIn(`${choice}/${product}/${version}`),
    };
    return newestItems(source, choiceOf(choice));
  },
  { kept: true, room: 1 },
);

const tellings = once(
  'telling in feeds',
  (key: string): FeedTelling => {
    const [product = '', version = ''] = key.split('/');
    return feedTelling(findRelease(findProductPages(product), version));
  },
  { kept: true },
);

const itemsIn = once(
  'feed items of a release',
  (key: string): FeedItem[] => {
    const [choice, product = '', version = ''] = key.split('/');
    return itemsOfRelease(readAnnouncement(product, version), choiceOf(choice));
  },
  { kept: true },
);

function choiceOf(text: string | undefined): FeedChoice {
  return FEEDS.find((each) => each === text) ?? 'all';
}

/** A feed of a product, or of all products, as it is served. */
export function readFeed(product: string | null, choice: FeedChoice, format: 'atom' | 'json'): string {
  const name = product === null ? siteText('feeds') : findProductPages(product).product.name;
  const feed = {
    product,
    choice,
    title: feedTitle(name, choice),
    author: product === null ? siteName() : name,
    page: product === null ? '/' : productPath(product),
    items: items(product === null ? choice : `${choice}/${product}`),
  };
  return format === 'atom' ? atomFeed(feed, announcedSite()) : jsonFeed(feed, announcedSite());
}
