import { expect, test } from 'vitest';
import type { ModuleDraft } from '../plan.ts';
import { factsOf } from '../testing.ts';
import { proposeAbout } from './about.ts';
import { foundPast } from './changelogs.ts';

function draft(texts: Record<string, string>, path: string | null = null): ModuleDraft {
  return { id: 'core', facts: factsOf({ texts }), path, patterns: null, ofParts: [], because: '' };
}

test('a product is told by its README and its package', () => {
  const texts = {
    'README.md': '<p align="center">x</p>\n\n# `Core` [App](https://example.org)\n\nWords.',
    'package.json':
      '{"description": "Keeps  lamps\\nlit, mail ada@example.org", "homepage": "https://core.example.org"}',
  };
  const about = proposeAbout('core', draft(texts));
  expect(about.name).toEqual({ value: 'Core App', because: 'its README begins with it' });
  expect(about.summary.value).toMatch(/^Keeps lamps lit, mail/);
  expect(about.summary.value).not.toContain('ada@example.org');
  expect(about.website?.value).toBe('https://core.example.org');
});

test.each([
  ['# Welcome, dear reader: this is a sentence and by no means a name!', 'core'],
  ['No heading', 'core'],
  ['# ', 'core'],
])('a README that begins with %j gives the name %s', (readme, name) => {
  expect(proposeAbout('core', draft({ 'README.md': readme })).name.value).toBe(name);
});

test('a part of a repository is told by its own files', () => {
  const texts = {
    'README.md': '# Whole',
    'package.json': '{"description": "Whole"}',
    'packages/a/package.json': '{"description": "Part", "homepage": "javascript:alert(1)"}',
  };
  const about = proposeAbout('a', draft(texts, 'packages/a'));
  expect(about).toMatchObject({ name: { value: 'a' }, summary: { value: 'Part' }, website: null });
});

test('a chart tells what a product is, unless it tells of itself', () => {
  const chart = (description: string) => `name: core\nversion: 1.0.0\ndescription: ${description}\n`;
  const summary = (text: string) =>
    proposeAbout('core', draft({ 'charts/Chart.yaml': chart(text) })).summary.value;
  expect(summary('Block storage')).toBe('Block storage');
  expect(summary('A Helm chart for Core')).toBe('');
  expect(proposeAbout('core', draft({ 'package.json': '{ broken' })).summary.value).toBe('');
});

test.each([
  ['CHANGELOG.md', 'CHANGELOG.md'],
  ['docs/HISTORY.rst', 'docs/HISTORY.rst'],
  ['releasenotes/notes/a-1.yaml', 'releasenotes/notes'],
  ['changelogs/v1.9.x/123-ada', 'changelogs'],
  ['newsfragments/12.feature.rst', 'newsfragments'],
  ['src/changelog.go', undefined],
  ['packages/a/CHANGELOG.md', undefined],
])('%s is the past in %s', (file, path) => {
  expect(foundPast({ files: ['main.go', file] })[0]?.path).toBe(path);
});
