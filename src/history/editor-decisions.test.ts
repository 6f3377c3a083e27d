import { expect, test } from 'vitest';
import type { CommitFate, Disposition } from '../records/release.ts';
import { applyEditorDecisions, sumOfFates } from './editor-decisions.ts';

function fate(change: string | null, disposition: Disposition, reason = ''): CommitFate {
  return { commit: 'a'.repeat(40), module: 'core', change, pullRequest: null, disposition, reason };
}

const ENTRIES = [{ id: 'core-1' }, { id: 'core-2', rollsUp: ['core-3'] }];

test('commits of an entry without a bullet are excluded', () => {
  const fates = [fate('core-1', 'published'), fate('core-1', 'folded'), fate('core-2', 'published')];
  const edited = applyEditorDecisions(fates, { entries: ENTRIES, bulletIds: ['core-2'] });
  expect(edited.map(({ disposition }) => disposition)).toEqual(['excluded', 'excluded', 'published']);
  expect(edited[0]?.reason).toBe('taken out of the note by a person');
  expect(edited[2]).toBe(fates[2]);
});

test('what a removed entry rolled up goes with it and says so', () => {
  const edited = applyEditorDecisions([fate('core-3', 'folded')], {
    entries: ENTRIES,
    bulletIds: ['core-1'],
  });
  expect(edited[0]).toMatchObject({ disposition: 'excluded', reason: expect.stringContaining('core-2') });
});

test('a merged bullet keeps all its changes', () => {
  const fates = [fate('core-1', 'published'), fate('core-2', 'published')];
  expect(applyEditorDecisions(fates, { entries: ENTRIES, bulletIds: ['core-1', 'core-2'] })).toEqual(fates);
});

test('what was never published stays as it was', () => {
  const fates = [
    fate('core-1', 'cancelled', 'reverted'),
    fate(null, 'excluded', 'a merge'),
    fate('core-9', 'unresolved'),
  ];
  expect(applyEditorDecisions(fates, { entries: ENTRIES, bulletIds: [] })).toEqual(fates);
});

test('the parts of a sum add up', () => {
  const sum = sumOfFates([fate('core-1', 'published'), fate(null, 'excluded'), fate('core-9', 'unresolved')]);
  expect(sum).toEqual({ commits: 3, published: 1, excluded: 1, cancelled: 0, folded: 0, unresolved: 1 });
});
