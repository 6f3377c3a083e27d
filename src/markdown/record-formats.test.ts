import { describe, expect, test } from 'vitest';
import { NewerRecord, SCHEMA_VERSION, SiteSchema, WaiverSchema } from '../records/index.ts';
import { readBodyOf, readMarkdown, readPlainMarkdown } from './front-matter.ts';

const NEWER = SCHEMA_VERSION + 1;

function refusal(text: string): unknown {
  try {
    return readMarkdown(text, WaiverSchema, 'w.md');
  } catch (error) {
    return error;
  }
}

describe('a record of a newer format', () => {
  test.each([
    ['plain', `---\nwhat: x\nschema: ${NEWER}\n---\n`, 3],
    ['with comments', `---\n# words\nwhat: {}\n\nschema: ${NEWER} # told\n---\n`, 5],
    ['with fields that no schema knows', `---\nschema: 99\nunheard: of\nproduct: 7\n---\n`, 2],
  ])('is refused before anything else of it: %s', (_, text, line) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(NewerRecord);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^this record was written by a newer Release Ledger \(format \d+; this one reads up to \d+\)$/,
      ),
      place: { file: 'w.md', line, field: 'schema' },
      hint: expect.stringContaining('Upgrade the tool'),
    });
  });

  test('is not read without a schema either', () => {
    const text = `---\nschema: ${NEWER}\n---\n\nBody\n`;
    expect(() => readPlainMarkdown(text, 'w.md')).toThrow(NewerRecord);
    expect(() => readBodyOf(text, 'waiver', 'w.md')).toThrow(NewerRecord);
  });
});

describe('a record that says no format', () => {
  test.each(['---\nname: Ours\n---\n', '---\n# by hand\nname: "Ours" # today\n---\n'])(
    'is read: %j',
    (text) => {
      expect(readMarkdown(text, SiteSchema, 'site.md').data).toEqual({
        schema: SCHEMA_VERSION,
        name: 'Ours',
      });
    },
  );

  test('has its faults told by the place in the file, and how it was read', () => {
    expect(refusal('---\nproduct: core\nsurprise: 1\n---\n')).toMatchObject({
      place: { file: 'w.md' },
      hint: 'The record does not say its format, and was read as one of the first.',
    });
  });
});

test.each(['"1"', '0', '-1', '1.5', 'one', 'null', '[1]'])(
  'schema: %s is no format, and a fault of that field',
  (said) => {
    expect(refusal(`---\nproduct: core\nschema: ${said}\n---\n`)).toMatchObject({
      place: { line: 3, field: 'schema' },
    });
  },
);

test('a body is read alone as with its fields', () => {
  for (const number of [`schema: ${SCHEMA_VERSION}\n`, '# by hand\n'])
    expect(readBodyOf(`---\n${number}product: core\n---\n\nBody\n`, 'note', 'n.md')).toBe('Body\n');
});
