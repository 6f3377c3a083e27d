import { expect, test } from 'vitest';
import { readGuidePage } from '../guide/guide-page.ts';
import { asSentence, fieldForm, optionFacts, unwrappedLines } from './guide-options.ts';
import { guidePlace, placesAround } from './guide-places.ts';
import { usesOf, verbsIn } from './guide-uses.ts';

test('a verb leads to the first section of each page that types it', () => {
  const matter = '---\ntitle: Vote\nasks: How?\nas: Ada Brook\nat: "15:40"\n---\n';
  const typed = '```sh\nledger vote --product a\n```\n';
  const page = readGuidePage(
    'voting',
    `${matter}\n## Before\n\nText.\n\n## By command\n\n${typed}\n## Again\n\n${typed}`,
  );
  expect(usesOf('vote', [page])).toEqual([{ title: 'Vote', href: '/guide/voting/#by-command' }]);
  expect(usesOf('votes', [page])).toEqual([]);
});

test('verbs are found behind options, pipes and other commands', () => {
  const lines = 'cd x && ledger --content a/b init c\nledger --json sample | head\ncat ledger.key';
  expect(verbsIn(lines)).toEqual(['init', 'sample']);
});

test('the pages beside one: the guide itself before the first, nothing after the last', () => {
  const places = ['day', 'voting'].map((id) => guidePlace({ id, title: id, asks: '' }));
  expect(placesAround(places, 'day', 'Guide')).toMatchObject({
    before: { title: 'Guide', href: '/guide/' },
    after: { href: '/guide/voting/' },
  });
  expect(placesAround(places, 'voting', 'Guide')).toMatchObject({ before: { title: 'day' }, after: null });
});

test('options and fields say what they need', () => {
  const option = { flags: '--a <b>', description: '', needed: true, repeatable: true };
  expect(optionFacts({ ...option, choices: ['x', 'y'], default: 'x' })).toEqual([
    'needed',
    'may be repeated',
    'one of: x, y',
    'if not given: x',
  ]);
  const field = { path: 'a', type: 'text', needed: false, text: '' };
  expect(fieldForm({ ...field, needed: true })).toBe('text');
  expect(fieldForm(field)).toBe('text (optional)');
  expect(fieldForm({ ...field, default: 'x' })).toBe('text (optional; x if not given)');
});

test('summaries become sentences, and lines that a terminal cut go on', () => {
  expect([asSentence('cast a vote'), asSentence('is it blessed?')]).toEqual([
    'Cast a vote.',
    'Is it blessed?',
  ]);
  const long = 'x'.repeat(90);
  expect(unwrappedLines(`${long}\nrest\nshort\n  indented`)).toBe(`${long} rest\nshort\n  indented`);
});
