import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangesData } from './changes-data.ts';
import { packChanges, unpackChanges } from './packed-changes.ts';
import { change } from './testing/change.ts';

const HEAD = { from: 'a', to: 'b', query: 'q', digest: `sha256:${'ab'.repeat(32)}` };

const row = fc
  .record({
    id: fc.string(),
    title: fc.string(),
    author: fc.constantFrom('ada-brook', 'ben-carver', 'unproven'),
    independent: fc.constantFrom('yes' as const, 'no' as const),
    changeHref: fc.constantFrom(null, '/a/', '/b/'),
  })
  .map(change);

function sent(data: ChangesData): ChangesData {
  return unpackChanges(JSON.parse(JSON.stringify(packChanges(data))));
}

test('changes come out as they were packed, fields in their order', () =>
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const data: ChangesData = { ...HEAD, rows };
      expect(JSON.stringify(sent(data))).toBe(JSON.stringify({ ...HEAD, rows }));
    }),
  ));

test('many changes that say the same are a third as long', () => {
  const rows = Array.from({ length: 1000 }, (_, index) =>
    change({ id: `lantern/production/20260203T100000Z-1.4.0/lantern-${index}`, title: `part ${index}` }),
  );
  const data = { ...HEAD, rows };
  expect(JSON.stringify(packChanges(data)).length * 3).toBeLessThan(JSON.stringify(data).length);
});
