import { expect, test } from 'vitest';
import { firstFew, oneLine, plainLine, shortened } from './readable.ts';
import { escapeSlack, headerBlock, SLACK_LIMITS, sectionBlocks } from './slack-blocks.ts';

test('nothing in a text is Slack’s markup or calls everybody', () => {
  expect(escapeSlack('a < b && <!here> `code`')).toBe('a &lt; b &amp;&amp; &lt;!here&gt; ’code’');
  for (const text of ['ping @channel', '@HERE', 'x@everyone!'])
    expect(oneLine(text, 99)).not.toMatch(/@(?=[a-z])/i);
  expect(oneLine('<!channel> and <@U1>', 99)).not.toMatch(/<[!@]/);
  expect(oneLine('mail meera@example.org', 99)).toBe('mail meera@example.org');
});

test('a text is one line without characters that disguise it', () => {
  expect(oneLine('a\n\n  b\u202Ec\u001B[31m', 99)).toBe('a bc[31m');
  expect(plainLine('Mend **all** of [it](https://example.org) by `x`', 99)).toBe('Mend all of it by x');
});

test('long texts and lists are shortened, and say so', () => {
  expect(shortened('👩‍🚀👩‍🚀', 3)).not.toMatch(/[\uD800-\uDBFF]$/);
  expect(shortened('abcdef', 4)).toBe('abc…');
  expect(firstFew(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'c']);
  expect(firstFew(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', 'and 2 more']);
});

test('a title is cut where Slack would refuse it', () => {
  expect(headerBlock('x'.repeat(400)).text.text).toHaveLength(SLACK_LIMITS.header);
});

test('lines fill blocks whole, and what has no room is counted', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `${index} ${'&amp;'.repeat(100)}`);
  const blocks = sectionBlocks(lines, 3);
  expect(blocks).toHaveLength(3);
  for (const { text } of blocks) expect(text.text.length).toBeLessThanOrEqual(SLACK_LIMITS.text);
  const shown = blocks.flatMap(({ text }) => text.text.split('\n'));
  expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
  expect(shown.at(-1)).toBe(`…and ${100 - shown.length + 1} more lines`);
  expect(sectionBlocks([], 3)).toEqual([]);
});
