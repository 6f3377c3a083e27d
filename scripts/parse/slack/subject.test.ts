import { expect, test } from 'vitest';
import { readBallot } from './ballot.ts';
import { LANTERN } from './slack-fixture.ts';
import { type Subject, subjectOf } from './subject.ts';

function about(spoken: string, called: string | null = null, namesBuild = false): Subject['is'] {
  const ballot = readBallot(spoken, LANTERN);
  if (ballot.is !== 'vote') throw new Error(`"${spoken}" is no vote`);
  return subjectOf({ ballot, spoken, called, namesBuild }, LANTERN).is;
}

test.each([
  ['GO for 1.12.0', null, 'this'],
  ['GO for v1.12.0', null, 'this'],
  ['GO for 1.11.3', null, 'other'],
  ['GO for Lantern Cloud 1.12.0', null, 'this'],
  ['GO for harbour 1.12.0', null, 'other'],
  ['GO for lantern', null, 'unsure'],
  ['GO', null, 'unsure'],
  ['GO\nlooked at 1.12.0 all day', null, 'this'],
  ['GO\n1.12.0 is as good as 1.11.3', null, 'unsure'],
  ['GO: coverage is 81.2.1%', 'Votes on lantern 1.12.0 please', 'this'],
  ['GO', 'Votes on lantern 1.12.0 please', 'this'],
  ['GO', 'Votes on harbour 1.12.0 please', 'other'],
  ['GO', 'Votes on 1.11.3 please', 'other'],
  ['GO', '1.12.0 comes after 1.11.3', 'unsure'],
  ['GO', 'Votes: lantern 1.12.0\nlantern-api 1.11.2', 'this'],
  ['GO: as good as 1.11.3 was', 'Votes on 1.12.0', 'this'],
  ['GO for 1.11.3', 'Votes on 1.12.0', 'other'],
  ['GO for lantern-api 2.3.4', 'Votes on 1.12.0', 'this'],
])('%j below %j is about %s', (spoken, called, expected) => expect(about(spoken, called)).toBe(expected));

test('without a version, a build of this release tells', () => {
  expect(about('GO for lantern', null, true)).toBe('this');
  expect(about('GO', '1.12.0 comes after 1.11.3', true)).toBe('this');
  expect(about('GO', null, true)).toBe('unsure');
});
