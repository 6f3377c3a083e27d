import { expect, test } from 'vitest';
import { robotsText } from './robots-text.ts';

test('crawlers are kept out of the internal edition, whatever else is known', () => {
  expect(robotsText('internal', 'https://releases.example.org/sitemap-index.xml')).toBe(
    'User-agent: *\nDisallow: /\n',
  );
});

test('crawlers may read the public edition, and are told of its map where there is one', () => {
  expect(robotsText('public', null)).toBe('User-agent: *\nAllow: /\n');
  expect(robotsText('public', 'https://releases.example.org/sitemap-index.xml')).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://releases.example.org/sitemap-index.xml\n',
  );
});
