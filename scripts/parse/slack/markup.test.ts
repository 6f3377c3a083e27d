import { expect, test } from 'vitest';
import { readMarkup } from './markup.ts';

test.each([
  ['R&amp;D: a &lt; b', 'R&D: a < b'],
  ['<https://example.org/1|the run> is green', 'the run (https://example.org/1) is green'],
  ['see <https://example.org/1>', 'see https://example.org/1'],
  ['ask <@U02HOST> or <@U02HOST|host>', 'ask @U02HOST or @host'],
  ['<#C02PROD|production> <!here> <!subteam^S1|@sre>', '#production @here @sre'],
  ['mail <mailto:ada@example.org|ada@example.org>', 'mail (address removed)'],
  ['one\r\ntwo \u202Ethree\u0000', 'one\ntwo three'],
  ['<unclosed and <<twice>> &amp;lt;', '<unclosed and <twice> &lt;'],
])('%j is read as %j', (text, readable) => expect(readMarkup(text).readable).toBe(readable));

test('what is quoted, struck out, addressed or code is not said', () => {
  const { spoken } = readMarkup('&gt; NO-GO\n*GO* ~NO-GO~ <!subteam^S1|@qa> `9f2c1ab` ```veto``` _fine_');
  expect(spoken.replace(/\s+/g, ' ')).toBe('GO @ 9f2c1ab fine');
});

test('addresses behind links are kept, and only those of the web', () => {
  expect(readMarkup('<https://a.example/x?b=1&amp;c=2|x> <mailto:a@b.example> <@U1>').links).toEqual([
    'https://a.example/x?b=1&c=2',
  ]);
});
