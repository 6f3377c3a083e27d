import { expect, test } from 'vitest';
import { renderBlocks } from '../../markdown/render.ts';
import { foundItems } from './found-items.ts';
import { searchRecord, shownItem } from './search-record.ts';
import { publicEntry, publicIssue, publicRelease } from './testing.ts';
import { wordsOfHtml } from './words-of-html.ts';

const NAMES = { product: 'Lamp', modules: new Map([['lamp/core', 'The core']]), workaround: 'Until then:' };

test('an entry is looked up by its words, and by names that they do not have', () => {
  const html = '<p>Mend CVE-2026-90001, see <a href="https://example.org">core-10</a></p>';
  const security = { ids: ['CVE-2026-90001', 'CVE-2026-90002'], severity: null, since: null };
  const entry = publicEntry('core-1', { html, security });
  const [, item] = foundItems([publicRelease('1.2.0', { entries: [entry] })]);
  const record = item && searchRecord(item, NAMES);
  expect(record?.content).toBe('Mend CVE-2026-90001, see core-10 ¶ core-1 #1 CVE-2026-90002 The core');
  expect(record?.meta).toMatchObject({ title: 'Title of core-1', product: 'Lamp', section: 'Fixed' });
});

test('a workaround is said to be one', () => {
  const issue = publicIssue('known-1', {
    html: '<p>It smokes.</p>',
    workaroundHtml: '<p>Trim the wick.</p>',
  });
  const [, item] = foundItems([publicRelease('1.2.0', { known: [issue] })]);
  expect(item && searchRecord(item, NAMES).content).toBe('It smokes. Until then: Trim the wick. ¶ known-1');
});

test('a hit shows where its item is from, and what to know before its words', () => {
  const entry = publicEntry('core-1', { breaking: true, maturity: 'beta' });
  const withdrawn = { reason: 'It loses data.', use: null, at: null };
  const items = foundItems([publicRelease('1.2.0', { entries: [entry], withdrawn })]);
  const [whole, told] = items.map((item) => shownItem(item, searchRecord(item, NAMES)));
  expect(whole).toMatchObject({ whole: true, title: 'Lamp 1.2.0', gone: 'release', section: '' });
  expect(told).toMatchObject({ whole: false, address: '/lamp/1.2.0/#core-1', product: 'Lamp' });
  expect(told?.marks).toEqual({ breaking: ['yes'], severity: [], maturity: ['beta'] });
});

test.each([
  ['a **b** `c < d` & "e"', 'a b c < d & "e"'],
  ['[x > y](https://example.org/?a=1&b=2) z', 'x > y z'],
  ['one\n\n- two\n- three', 'one two three'],
  ['un**think**able', 'unthinkable'],
  ['&lt;script> 😀', '<script> 😀'],
])('the words of %j', (markdown, words) => expect(wordsOfHtml(renderBlocks(markdown))).toBe(words));
