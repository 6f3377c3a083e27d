import { expect, test } from 'vitest';
import { parseNoteBody } from '../../markdown/note-body.ts';
import { type NoteInput, NoteSchema } from '../../records/note.ts';
import type { NoteSource } from '../release-view.ts';
import { archivedCount, archivePages, archiveYears, nearYears } from './archive-view.ts';

function note(version: string, day: string, more: Partial<NoteInput> = {}, body = ''): NoteSource {
  const date = `${day}T23:30:00+00:00`;
  const facts = { schema: 1 as const, product: 'core', version, date, previous: null, entries: [] };
  const prerelease = version.includes('-');
  return { note: NoteSchema.parse({ ...facts, prerelease, ...more }), body: parseNoteBody(body) };
}

const NOTES = [
  note('1.2.0-RC1', '2026-03-01'),
  note(
    '1.1.0',
    '2026-02-03',
    { folds: ['1.1.0-RC1'] },
    '## Fixed\n\n- a {#core-1}\n\n## Security\n\n- b {#core-2}\n',
  ),
  note('1.1.0-RC1', '2026-01-31', { foldedInto: '1.1.0' }),
  note('1.0.0', '2024-12-31'),
];

test('a year has its months, the most urgent entries, and prereleases with their final release', () => {
  const pages = archivePages('core', NOTES, '2026');
  expect(archivedCount(pages)).toBe(2);
  expect(
    pages.newest.map(({ name, releases }) => [
      name,
      releases.map(({ release, headlines, folds }) => [
        release.version,
        headlines.map(({ section }) => section),
        folds.map(({ version }) => version),
      ]),
    ]),
  ).toEqual([
    ['March', [['1.2.0-RC1', [], []]]],
    ['February', [['1.1.0', ['security', 'fixed'], ['1.1.0-RC1']]]],
  ]);
});

test('years lead to those before and after that have releases', () => {
  const years = archiveYears(NOTES);
  expect(years).toEqual(['2026', '2024']);
  expect(nearYears('core', years, '2026')).toEqual({
    older: { year: '2024', href: '/core/archive/2024/' },
    newer: null,
  });
  expect(nearYears('core', years, '2024').newer?.year).toBe('2026');
});

test('a year with very many releases has several pages', () => {
  const many = Array.from({ length: 500 }, (_, at) => note(`1.${at}.0`, '2026-05-05'));
  const pages = archivePages('core', many, '2026');
  expect(pages.numbered.length).toBeGreaterThan(2);
  expect(archivedCount(pages)).toBe(500);
});
