import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import { type Flags, flagFor } from './flags.ts';
import { listOf, listText, type Question } from './question.ts';

const KNOWN = new Set(['core', 'api']);

function asked(field: Question['field'], form: Question['form'] = { kind: 'text' }): Question {
  return { subject: 'api', field, says: 'It', proposal: null, because: 'so', form };
}

const told = (question: Question, flags: Flags): string | null => flagFor(question, flags, KNOWN);

describe('a flag answers', () => {
  test('for all, or for the one that it names, which goes first', () => {
    expect(told(asked('tags'), { tags: ['v{version}'] })).toBe('v{version}');
    expect(told(asked('tags'), { tags: ['v{version}', 'api=a-{version}', 'api={version}'] })).toBe(
      'a-{version}, {version}',
    );
    expect(told(asked('tags'), { tags: ['core=v{version}'] })).toBeNull();
    expect(told(asked('branch'), { tags: ['v{version}'] })).toBeNull();
  });

  test('with words that hold "=", where words are free', () => {
    expect(told(asked('summary'), { summary: ['a=b'] })).toBe('a=b');
    expect(told(asked('summary'), { summary: ['api=a=b'] })).toBe('a=b');
    expect(told(asked('website'), { website: ['https://example.org/?a=b'] })).toBe(
      'https://example.org/?a=b',
    );
  });

  test('in words for yes and no', () => {
    expect(told(asked('public-links', { kind: 'yes' }), { 'public-links': ['TRUE'] })).toBe('yes');
    expect(told(asked('public-links', { kind: 'yes' }), { 'public-links': ['n'] })).toBe('no');
  });

  test.each([
    [asked('tags'), { tags: ['apo=v{version}'] }, 'nothing here is called "apo"'],
    [asked('public-links', { kind: 'yes' }), { 'public-links': ['perhaps'] }, 'expected "yes" or "no"'],
    [asked('lead', { kind: 'choice', options: ['core'] }), { lead: ['web'] }, 'expected core'],
    [
      asked('stage', { kind: 'choices', options: ['build'] }),
      { stage: ['build', 'biuld'] },
      'expected build',
    ],
    [asked('name', { kind: 'text', check: () => 'no name' }), { name: ['x'] }, '--name x: no name'],
  ])('with a fault where it cannot be meant (%#)', (question, flags, words) => {
    expect(() => told(question, flags)).toThrow(Fault);
    expect(() => told(question, flags)).toThrow(words);
  });
});

test('a list is written and read, and none is a list too', () => {
  expect(listOf(listText(['a', 'b']))).toEqual(['a', 'b']);
  expect(listText([])).toBe('none');
  expect(listOf('none')).toEqual([]);
});
