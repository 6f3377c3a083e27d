import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedChoice } from '../../views/paths.ts';
import type { NoteSource } from '../../views/release-view.ts';
import { announcerOf } from '../announcement.ts';
import { anyNote } from '../testing/any-note.ts';
import { invented, sourceOf, written } from '../testing/invented.ts';
import { atomFeed, jsonFeed } from './feed-document.ts';
import {
  type FeedItem,
  type FeedSource,
  feedItems,
  feedTelling,
  itemsOfRelease,
  newestItems,
} from './feed-items.ts';
import { nameUuid } from './name-uuid.ts';
import { atomContents, atomFaults } from './testing/atom-rules.ts';
import { JsonFeedSchema } from './testing/json-feed.ts';

const SITE = { address: 'https://releases.example.org' };

function itemsOf(choice: FeedChoice, notes: readonly NoteSource[], site: { address: string | null } = SITE) {
  const source = sourceOf(...notes);
  const tell = announcerOf(source, site);
  const itemsOf: FeedSource['itemsOf'] = ({ record }, of) => itemsOfRelease(tell(record), of);
  return feedItems(newestItems({ source, tellingOf: ({ record }) => feedTelling(record), itemsOf }, choice));
}

function feedOf(items: readonly FeedItem[], choice: FeedChoice = 'all') {
  return { product: 'core', choice, title: 'Core: All releases', author: 'Core', page: '/core/', items };
}

const PLAIN = written('1.0.0', '## Fixed\n\n- Mend [it](https://example.org/?a=1&b=2) {#core-1}');
const PRERELEASE = written('1.1.0-RC1', '## Added\n\n- Lists {#core-2}', {
  prerelease: true,
  foldedInto: '1.1.0',
  date: '2026-03-01T10:00:00+00:00',
});
const FINAL: NoteSource = {
  ...written(
    '1.1.0',
    '## Added\n\n- Lists {#core-2}\n\n## Security\n\n- Close a hole. It was deep. {#core-3}\n- Another {#core-4}',
  ),
  note: invented('1.1.0', [], {
    date: '2026-03-02T10:00:00+00:00',
    folds: ['1.1.0-RC1'],
    updates: [{ at: '2026-03-05T10:00:00+00:00', text: 'The second weakness was forgotten.' }],
    entries: [
      { id: 'core-2', module: 'core', pullRequest: 2, kind: 'feat', breaking: true },
      { id: 'core-3', module: 'core', pullRequest: 3, kind: 'security' },
      { id: 'core-4', module: 'core', pullRequest: 4, kind: 'security' },
    ],
  }),
};
const WITHDRAWN = written('1.2.0', '## Fixed\n\n- Speed {#core-5}', {
  date: '2026-04-01T10:00:00+00:00',
  withdrawn: { reason: 'It loses data.', use: '1.1.0', at: '2026-04-03T10:00:00+00:00' },
});
const ALL = [WITHDRAWN, FINAL, PRERELEASE, PLAIN];

describe('what a feed tells of', () => {
  test('final releases, the newest first; what is withdrawn stays, and says so', () => {
    const items = itemsOf('all', ALL);
    expect(items.map(({ title }) => title)).toEqual(['Withdrawn: Core 1.2.0', 'Core 1.1.0', 'Core 1.0.0']);
    expect(items[0]?.html).toContain('It loses data.');
    expect(items[0]?.html).toContain('Use 1.1.0 instead');
  });

  test('it was changed when it was corrected or withdrawn', () => {
    expect(itemsOf('all', ALL).map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-04-01T10:00:00+00:00', '2026-04-03T10:00:00+00:00'],
      ['2026-03-02T10:00:00+00:00', '2026-03-05T10:00:00+00:00'],
      ['2026-02-03T10:00:00+00:00', '2026-02-03T10:00:00+00:00'],
    ]);
  });

  test('breaking changes and weaknesses one by one, by their first sentence', () => {
    expect(itemsOf('breaking', ALL).map(({ title, url }) => [title, url])).toEqual([
      ['Core 1.1.0: Lists', 'https://releases.example.org/core/1.1.0/#core-2'],
    ]);
    expect(itemsOf('security', ALL).map(({ title }) => title)).toEqual([
      'Core 1.1.0: Close a hole. It was deep.',
      'Core 1.1.0: Another',
    ]);
  });

  test('what a person wrote twice without an id is one item', () => {
    const twice = written('1.0.0', '## Security\n\n- Close a hole\n- Close a hole\n- Close another');
    expect(itemsOf('security', [twice]).map(({ title }) => title)).toEqual([
      'Core 1.0.0: Close a hole',
      'Core 1.0.0: Close another',
    ]);
  });

  test('the newest 50', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      written(`1.${index}.0`, '## Fixed\n\n- Mend it {#core-1}', {
        date: `2026-02-03T10:${String(index).padStart(2, '0')}:00+00:00`,
      }),
    );
    const titles = itemsOf('all', many).map(({ title }) => title);
    expect(titles).toHaveLength(50);
    expect([titles[0], titles.at(-1)]).toEqual(['Core 1.59.0', 'Core 1.10.0']);
  });

  test('very long releases say how many entries follow', () => {
    const text = Array.from({ length: 260 }, (_, index) => `- ${'word '.repeat(120)}{#core-${index + 1}}`);
    const [item] = itemsOf('all', [written('1.0.0', `## Fixed\n\n${text.join('\n')}`)]);
    const shown = item?.html.match(/<li>/g)?.length ?? 0;
    expect(item?.html.length).toBeLessThan(101_000);
    expect(item?.html).toContain(`${260 - shown} more entries follow in the notes.`);
  });
});

describe('ids', () => {
  test('follow RFC 9562', () => {
    // The vector of its appendix A.4.
    expect(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  test('stay for ever: readers would be told everything again', () => {
    expect(itemsOf('all', [PLAIN]).map(({ id }) => id)).toEqual([
      'urn:uuid:d57e577b-b5f5-5a32-94b8-0c55c5b8c3c5',
    ]);
    expect(itemsOf('security', [FINAL]).map(({ id }) => id)).toEqual([
      'urn:uuid:a1b2470e-0719-5cd0-86b0-dc46e757d1e1',
      'urn:uuid:f915542e-8dbc-572c-a942-0e5322fc4b86',
    ]);
  });

  test('are the same wherever the site is, and after a correction', () => {
    const ids = (notes: NoteSource[], address: string | null) =>
      (['all', 'breaking', 'security'] as const).flatMap((choice) =>
        itemsOf(choice, notes, { address }).map(({ id }) => id),
      );
    const corrected = ALL.map(({ note, body }) => ({ note: { ...note, updates: [] }, body }));
    expect(ids(corrected, null)).toEqual(ids(ALL, SITE.address));
    expect(new Set(ids(ALL, null)).size).toBe(6);
  });
});

describe('Atom', () => {
  test.each(['all', 'breaking', 'security'] as const)('%s keeps to RFC 4287', (choice) => {
    expect(atomFaults(atomFeed(feedOf(itemsOf(choice, ALL), choice), SITE))).toEqual([]);
  });

  test('a feed without items is one, too', () => {
    expect(atomFaults(atomFeed(feedOf([]), SITE))).toEqual([]);
  });

  test('another program reads what was written', () => {
    const items = itemsOf('all', ALL);
    const read = parseFeed(atomFeed(feedOf(items), SITE));
    expect(read.title).toBe('Core: All releases');
    expect(read.self).toBe('https://releases.example.org/core/feed.xml');
    expect(read.items.map(({ id, title, url }) => ({ id, title, url }))).toEqual(
      items.map(({ id, title, url }) => ({ id, title, url })),
    );
    expect(read.items.map(({ updated }) => updated?.toISOString())).toEqual(
      items.map(({ updated }) => new Date(updated).toISOString()),
    );
  });

  test('with any words in a note it is whole', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const items = itemsOf('all', [note]);
        const text = atomFeed(feedOf(items), SITE);
        expect(atomFaults(text)).toEqual([]);
        expect(atomContents(text)).toEqual(items.map(({ html }) => html.trim()));
      }),
      { numRuns: 60 },
    );
  });

  test('where the site’s address is not known, links are paths', () => {
    const text = atomFeed(feedOf(itemsOf('all', [PLAIN], { address: null })), { address: null });
    expect(text).toContain('href="/core/1.0.0/"');
    expect(text).toContain('href="/core/feed.xml" rel="self"');
  });

  test('the same notes give the same bytes', () => {
    const once = () => atomFeed(feedOf(itemsOf('all', ALL)), SITE);
    expect(once()).toBe(once());
  });
});

test('feeds show the site’s sign where its address is known, and never a path that leads nowhere', () => {
  expect(atomFeed(feedOf([]), SITE)).toContain('<icon>https://releases.example.org/icon-192.png</icon>');
  expect(JSON.parse(jsonFeed(feedOf([]), SITE))).toMatchObject({
    icon: 'https://releases.example.org/icon-512.png',
    favicon: 'https://releases.example.org/favicon.ico',
  });
  const nowhere = { address: null };
  expect(atomFeed(feedOf([]), nowhere)).not.toContain('<icon>');
  expect(Object.keys(JSON.parse(jsonFeed(feedOf([]), nowhere)))).not.toContain('icon');
});

describe('JSON Feed', () => {
  test.each(['all', 'breaking', 'security'] as const)('%s keeps to version 1.1', (choice) => {
    const feed = JsonFeedSchema.parse(JSON.parse(jsonFeed(feedOf(itemsOf(choice, ALL), choice), SITE)));
    expect(feed.feed_url).toMatch(/^https:\/\/releases\.example\.org\/core\/(?:\w+-)?feed\.json$/);
    expect(feed.items.length).toBeGreaterThan(0);
  });

  test('has each item whole', () => {
    const items = itemsOf('all', ALL);
    const feed = JsonFeedSchema.parse(JSON.parse(jsonFeed(feedOf(items), SITE)));
    expect(feed.items.map((item) => [item.id, item.title, item.url, item.content_html])).toEqual(
      items.map(({ id, title, url, html }) => [id, title, url, html]),
    );
  });
});
