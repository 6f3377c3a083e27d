import { expect, test } from 'vitest';
import { policy } from '../../../src/verdict/testing/index.ts';
import { personNamed, personOfGit } from './who.ts';

const { data } = policy();
const WITHOUT_ROSTER = policy({ roster: [], gates: [] }).data;

test('git’s user is told by the account of the roster', () => {
  expect(personOfGit(data, 'Cyra Osei')).toBe('cyra-osei');
  expect(() => personOfGit(data, 'Nora Nobody')).toThrow(/does not know the git user "Nora Nobody"/);
  expect(() => personOfGit(data, null)).toThrow(/git names no user/);
});

test('whoever is named has to be in the roster', () => {
  expect(personNamed(data, 'cyra-osei')).toBe('cyra-osei');
  expect(personNamed(data, '@cyra-osei')).toBe('cyra-osei');
  expect(() => personNamed(data, 'nora-nobody')).toThrow(/has no "nora-nobody"/);
  expect(() => personNamed(data, '')).toThrow();
});

test('a product without a roster takes the name as it is', () => {
  expect(personOfGit(WITHOUT_ROSTER, 'Nora Nobody')).toBe('Nora Nobody');
  expect(personNamed(WITHOUT_ROSTER, 'nora')).toBe('nora');
});
