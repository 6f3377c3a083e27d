import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canFill, peopleWithSeveralRoles, type Seats } from './one-role-each.ts';

const seats = (role: string, people: number, ...offers: string[]): Seats => ({ role, people, offers });

test.each<[string, boolean, Seats[]]>([
  ['one person for two roles', false, [seats('sre', 1, 'ada'), seats('qa', 1, 'ada')]],
  ['each role its own', true, [seats('sre', 1, 'ada', 'bo'), seats('qa', 1, 'ada')]],
  ['one role for two modules', true, [seats('lead', 1, 'ada'), seats('lead', 1, 'ada')]],
  ['a person too few', false, [seats('sre', 2, 'ada', 'bo'), seats('qa', 1, 'ada')]],
  ['nobody asked for', true, []],
])('%s: %s', (_, expected, needs) => {
  expect(canFill(needs)).toBe(expected);
});

test('names who offers in several roles', () => {
  expect(peopleWithSeveralRoles([seats('sre', 1, 'ada', 'bo'), seats('qa', 1, 'ada')])).toEqual(['ada']);
});

const arbitrarySeats = fc.array(
  fc.record({
    role: fc.constantFrom('sre', 'qa', 'lead'),
    people: fc.integer({ min: 1, max: 3 }),
    offers: fc.uniqueArray(fc.constantFrom('ada', 'bo', 'cy', 'di', 'el'), { maxLength: 5 }),
  }),
  { maxLength: 5 },
);

/** Tries every way to give each person one role. */
function byTrial(needs: readonly Seats[], people: readonly string[], hats: Record<string, string>): boolean {
  const [person, ...others] = people;
  if (person !== undefined)
    return ['sre', 'qa', 'lead'].some((role) => byTrial(needs, others, { ...hats, [person]: role }));
  return needs.every(
    ({ role, people: wanted, offers }) => offers.filter((offer) => hats[offer] === role).length >= wanted,
  );
}

test('finds a way wherever there is one', () => {
  fc.assert(
    fc.property(arbitrarySeats, (needs) => {
      expect(canFill(needs)).toBe(byTrial(needs, ['ada', 'bo', 'cy', 'di', 'el'], {}));
    }),
  );
});

test('is quick where many people have many roles and are too few', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => `person-${index}`);
  expect(canFill(['a', 'b', 'c', 'd'].map((role) => seats(role, 11, ...crowd)))).toBe(false);
});
