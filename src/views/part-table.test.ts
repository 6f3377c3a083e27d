import { expect, test } from 'vitest';
import type { ReleasePart } from '../records/release.ts';
import { partTable } from './part-table.ts';

const PARTS: ReleasePart[] = [
  {
    name: 'redis',
    alias: 'cache',
    version: '20.2.1',
    previous: '20.1.0',
    commits: ['a'.repeat(40)],
    entry: 'core-12',
  },
  { name: 'nginx', version: '1.0.0', previous: null, entry: 'core-0123456789ab' },
  { name: 'etcd', version: null, previous: '3.5.0', entry: 'core-ba9876543210' },
  { name: 'grafana', version: '9.0.0\u202e' },
];

test('each part says where it stands, where it stood, whether it keeps data, what moved it and what tells of it', () => {
  const { columns, rows } = partTable(PARTS, (change) => (change === 'core-12' ? '#core-12' : null));
  expect(columns.map(({ text }) => text)).toEqual([
    'Part',
    'Version',
    'Before',
    'Data',
    'Moved by',
    'Told by',
  ]);
  const words = rows.map((cells) =>
    cells.map((parts) => parts.map((part) => ('text' in part ? part.text : part.is)).join(' ')),
  );
  expect(words).toEqual([
    ['redis as cache', '20.2.1', '20.1.0', 'mark', 'aaaaaaaaaaaa', 'core-12'],
    ['nginx', '1.0.0', 'new', '–', '–', 'an entry of its own'],
    ['etcd', 'removed', '3.5.0', 'mark', '–', 'an entry of its own'],
    ['grafana', expect.stringContaining('9.0.0'), 'not known', '–', '–', '–'],
  ]);
  expect(rows[0]?.[5]).toEqual([{ is: 'link', text: 'core-12', href: '#core-12' }]);
  expect(JSON.stringify(rows)).not.toContain('\u202e');
});
