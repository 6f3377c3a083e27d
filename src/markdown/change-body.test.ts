import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  descriptionOf,
  fenced,
  firstFenced,
  type PullRequestName,
  parseChangeBody,
  writeChangeBody,
} from './change-body.ts';

const TEXT = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('```', '````', '```text', '## Pull request #7', '\n', '\n\n', '---', ' ', 'a', '\r\n'),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);
const NAME = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }),
  fc.constantFrom<PullRequestName>('director/core#7', 'director/ui.next#7'),
);

test('what was written is read again, whatever the texts', () => {
  fc.assert(
    fc.property(
      TEXT,
      fc.uniqueArray(fc.tuple(NAME, TEXT), { selector: ([name]) => name }),
      (message, parts) => {
        const descriptions = new Map(parts);
        const body = writeChangeBody(message, descriptions);
        expect(parseChangeBody(body)).toEqual({ message, descriptions });
        expect(parseChangeBody(`\n${body}`)).toEqual({ message, descriptions });
      },
    ),
    { seed: 20_260_105, numRuns: 2000 },
  );
});

test('a body looks like this', () => {
  expect(writeChangeBody('fix: a', new Map<PullRequestName, string>([[12, 'why\n```\ncode\n```']]))).toBe(
    '```text\nfix: a\n```\n\n## Pull request #12\n\n````text\nwhy\n```\ncode\n```\n````\n',
  );
});

describe('what a person may have done to a body loses nothing', () => {
  test('without a fence all of it is the message', () => {
    expect(parseChangeBody('\nfix: a\n\nwhy\n').message).toBe('fix: a\n\nwhy');
  });

  test('a fence without an end runs to the end', () => {
    expect(parseChangeBody('```text\nfix: a\n## Pull request #1\n').message).toContain('#1');
  });
});

test('a full name comes before a number', () => {
  const both = new Map<PullRequestName, string>([
    [7, 'of one'],
    ['director/ui#7', 'of the other'],
  ]);
  expect(descriptionOf(both, { repository: 'director/ui', number: 7 })).toBe('of the other');
  expect(descriptionOf(both, { repository: 'director/core', number: 7 })).toBe('of one');
  expect(descriptionOf(both, { repository: 'director/core', number: 8 })).toBeNull();
});

test('the first fenced text of any body', () => {
  expect(firstFenced(`\n${fenced('what is new\n')}`)).toBe('what is new\n');
  expect(firstFenced('plain')).toBeNull();
});
