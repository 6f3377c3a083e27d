import { expect, test, vi } from 'vitest';
import { NoteSchema } from '../../src/records/index.ts';
import { LedgerReader, type StoredNote } from '../store/read.ts';
import { idsAround } from './ids-around.ts';

const VERSIONS = ['1.10.0', '1.2.0', '1.0.0', '1.1.0', '1.9.0'];

function note(version: string): StoredNote {
  const data = NoteSchema.parse({
    ...{ schema: 1, product: 'core', version, date: '2026-02-01T09:00:00+00:00' },
    ...{ prerelease: false, previous: null },
    entries: [{ id: `core-${version.replaceAll('.', '')}`, module: 'core', pullRequest: 1, kind: 'fix' }],
  });
  return { data, body: '', text: '', file: `notes/core/${version}.md` };
}

/** A reader that tells which notes were opened. */
function readerOf(opened: string[]): LedgerReader {
  const reader = new LedgerReader('/nowhere');
  vi.spyOn(reader, 'notedVersions').mockReturnValue(VERSIONS);
  vi.spyOn(reader, 'note').mockImplementation((_, version) => {
    opened.push(version);
    return note(version);
  });
  return reader;
}

function idsOf(version: string): { ids: { has(id: string): boolean }; opened: string[] } {
  const opened: string[] = [];
  const read = { text: '', note: note(version).data, source: '', images: [] };
  return { ids: idsAround(read, readerOf(opened), 'core'), opened };
}

test('the note’s own ids open no other note', () => {
  const { ids, opened } = idsOf('1.2.0');
  expect(ids.has('core-120')).toBe(true);
  expect(opened).toEqual([]);
});

test('another id is looked for in the nearest releases first, in the order of versions', () => {
  const { ids, opened } = idsOf('1.2.0');
  expect(ids.has('core-190')).toBe(true);
  expect(opened).toEqual(['1.1.0', '1.9.0']);
  expect(ids.has('core-110')).toBe(true);
  expect(opened).toHaveLength(2);
});

test('only an id that no note has opens all of them, and each once', () => {
  const { ids, opened } = idsOf('1.2.0');
  expect(ids.has('core-7')).toBe(false);
  expect(ids.has('core-8')).toBe(false);
  expect(opened.toSorted()).toEqual(VERSIONS.filter((version) => version !== '1.2.0').toSorted());
});
