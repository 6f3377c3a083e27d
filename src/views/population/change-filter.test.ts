import { describe, expect, test } from 'vitest';
import { filterText, isWanted, searchOf } from './change-filter.ts';
import { change } from './testing/change.ts';

test.each([
  [{}, true],
  [{ product: 'lantern', month: '2026-02' }, true],
  [{ product: 'lantern', month: '2026-03' }, false],
  [{ environment: 'lantern/production' }, true],
  [{ environment: 'other/production' }, false],
  [{ type: 'emergency' }, false],
  [{ independent: 'yes', rolledBack: 'no' }, true],
  [{ independent: 'yes', rolledBack: 'yes' }, false],
])('each question narrows what the others leave: %j', (filter, wanted) => {
  expect(isWanted(change(), filter)).toBe(wanted);
});

describe('a filter is written', () => {
  const filter = { rolledBack: 'yes', environment: 'lantern/production' };

  test('in one order behind a query', () => {
    expect(filterText(filter)).toBe(' filter.environment=lantern/production filter.rolledBack=yes');
    expect(filterText({})).toBe('');
  });

  test('into an address', () => {
    expect(searchOf(filter)).toBe('?environment=lantern%2Fproduction&rolledBack=yes');
    expect(searchOf({})).toBe('');
  });
});
