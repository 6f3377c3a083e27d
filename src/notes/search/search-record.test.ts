import { expect, test } from 'vitest';
import { renderBlocks } from '../../markdown/render.ts';
import { foundItems } from './found-items.ts';
import { searchRecord } from './search-record.ts';
import { publicEntry, publicIssue, publicRelease } from './testing.ts';
import { wordsOfHtml } from './words-of-html.ts';

const NAMES = { product: 'Lamp', modules: new Map([['lamp/core', 'The core']]), workaround: 'Until then:' };

test('an entry is looked up by its words, and by names that they do not have', () => {
  const html = '<p>Mend CVE-2026-90001, see <a href="https://example.org">core-10</a></p>';
  const security = { ids: ['CVE-2026-90001', 'CVE-2026-90002'], severity: null, since: null };
  const entry = publicEntry('core-1', { html, security });
  const [, item] = foundItems([publicRelease('1.2.0', { entries: [entry] })]);
  const record = item && searchRecord(item, 7, NAMES);
  expect(record?.content).toBe('Mend CVE-2026-90001, see core-10 ¶ core-1 #1 CVE-2026-90002 The core');
  expect(record?.meta).toMatchObject({ title: 'Title of core-1', product: 'Lamp', section: 'Fixed' });
  expect(record?.filters).not.toHaveProperty('severity');
  expect(record?.filters).not.toHaveProperty('gone');
});

test('a workaround is said to be one', () => {
  const issue = publicIssue('known-1', {
    html: '<p>It smokes.</p>',
    workaroundHtml: '<p>Trim the wick.</p>',
  });
  const [, item] = foundItems([publicRelease('1.2.0', { known: [issue] })]);
  expect(item && searchRecord(item, 0, NAMES).content).toBe(
    'It smokes. Until then: Trim the wick. ¶ known-1',
  );
});

test('the newest comes last in the order of the alphabet, and reading order holds within a day', () => {
  const items = foundItems([
    publicRelease('1.2.0', { date: '2026-03-04T10:00:00+00:00', entries: [publicEntry('core-1')] }),
    publicRelease('1.1.9', { date: '2026-04-01T10:00:00+00:00' }),
  ]);
  const keys = items.map((item, place) => searchRecord(item, place, NAMES).sort.date);
  const newestFirst = keys.toSorted().reverse();
  expect(newestFirst).toEqual([keys[2], keys[0], keys[1]]);
});

test.each([
  ['a **b** `c < d` & "e"', 'a b c < d & "e"'],
  ['[x > y](https://example.org/?a=1&b=2) z', 'x > y z'],
  ['one\n\n- two\n- three', 'one two three'],
  ['un**think**able', 'unthinkable'],
  ['&lt;script> 😀', '<script> 😀'],
])('the words of %j', (markdown, words) => expect(wordsOfHtml(renderBlocks(markdown))).toBe(words));
