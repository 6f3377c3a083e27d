import { expect, test } from 'vitest';
import { sentenceCase } from './sentence-case.ts';
import { shortTitle } from './short-title.ts';

const IDS = ['CVE-2026-1111', 'GHSA-ab12-cd34-ef56'];

test.each([
  ['Check who asks (CVE-2026-1111).', 'Check who asks (CVE-2026-1111).'],
  ['CVE-2026-1111: Check who asks. Upgrade at once.', 'Check who asks.'],
  ['CVE-2026-1111, GHSA-ab12-cd34-ef56 – check who asks', 'check who asks'],
  ['Update lib v1.2 to 1.3, e.g. for Check.', 'Update lib v1.2 to 1.3, e.g. for Check.'],
  ['CVE-2026-1111', 'CVE-2026-1111'],
])('the title of "%s" is short', (title, short) => {
  expect(shortTitle(title, IDS)).toBe(short);
});

test('a workaround begins as a sentence, and commands stay as they are', () => {
  expect(sentenceCase('<p>restart it.</p><p>then wait</p>')).toBe('<p>Restart it.</p><p>then wait</p>');
  expect(sentenceCase('<p><code>kubectl</code> helps</p>')).toBe('<p><code>kubectl</code> helps</p>');
});
