import { expect, test } from 'vitest';
import type { NoteEntry } from '../records/note.ts';
import { publishEntry } from './publish-entry.ts';

function published(...entries: Partial<NoteEntry>[]): ReturnType<typeof publishEntry> {
  const all = entries.map((more, at) => ({
    id: `a-${at}`,
    module: 'a',
    pullRequest: at,
    kind: 'fix',
    ...more,
  }));
  const bullet = { ids: all.map(({ id }) => id), text: 'Text' } as Parameters<typeof publishEntry>[0];
  const place = { addressOf: () => '/', pullRequestUrl: () => null, definitions: '', images: new Map() };
  return publishEntry(
    bullet,
    { section: 'fixed', heading: 'Fixed' },
    { ...place, entries: new Map(all.map((entry) => [entry.id, entry as NoteEntry])) },
  );
}

test('changes of one bullet that are in different releases are told apart, and only those', () => {
  const apart = published({ alsoIn: ['1.0.1'] }, {});
  expect([apart.alsoIn, apart.alsoInById]).toEqual([['1.0.1'], { 'a-0': ['1.0.1'], 'a-1': [] }]);
  const alike = published({ alsoIn: ['1.0.1', '1.0.2'] }, { alsoIn: ['1.0.2', '1.0.1'] });
  expect(alike).not.toHaveProperty('alsoInById');
});

test('all fates of a change are told, and changes that share one are told of together', () => {
  const { withdrawals } = published(
    { withdrawnIn: '1.9.2', moreWithdrawals: [{ in: '1.10.0', restoredIn: '1.11.0' }] },
    { moreWithdrawals: [{ in: '1.10.0', restoredIn: '1.11.0' }] },
    {},
  );
  expect(withdrawals).toEqual([
    { ids: ['a-0'], in: '1.9.2', restoredIn: null },
    { ids: ['a-0', 'a-1'], in: '1.10.0', restoredIn: '1.11.0' },
  ]);
});
