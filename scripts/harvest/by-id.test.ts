import { expect, test } from 'vitest';
import { ById } from './by-id.ts';

function byId(ids: readonly string[]): ById<{ id: string }> {
  const index = new ById<{ id: string }>();
  for (const id of ids) index.add({ id });
  return index;
}

const IDS = ['abcdef01', 'abcdef02', 'abcde000', '12345000', '00000fff', 'a', ''];

test.each(IDS)('finds "%s" whole', (id) => expect(byId(IDS).get(id)).toEqual({ id }));

test.each(['abcdef03', 'abcdef0', 'b', 'é'])('"%s" is not there', (id) =>
  expect(byId(IDS).get(id)).toBeUndefined(),
);

test.each([
  ['abcdef01', 'abcdef01'],
  ['abcdef', undefined],
  ['abcde', undefined],
  ['abcde0', 'abcde000'],
  ['12345', '12345000'],
  ['00000f', '00000fff'],
  ['12346', undefined],
  ['fffff', undefined],
])('what begins with %s is %s', (prefix, id) => expect(byId(IDS).getAbbreviated(prefix)?.id).toBe(id));

test('finds each of many, whole and by its first digits', () => {
  const ids = Array.from({ length: 5000 }, (_, index) =>
    ((index * 7919) ** 3).toString(16).padStart(14, '0'),
  );
  const index = byId(ids);
  const beginnings = Map.groupBy(ids, (id) => id.slice(0, 9));
  for (const id of ids) {
    expect(index.get(id)?.id).toBe(id);
    const only = beginnings.get(id.slice(0, 9))?.length === 1;
    expect(index.getAbbreviated(id.slice(0, 9))?.id).toBe(only ? id : undefined);
  }
});

test('an empty one has nothing', () => {
  expect(byId([]).get('abcdef0')).toBeUndefined();
  expect(byId([]).getAbbreviated('abcdef0')).toBeUndefined();
});
