import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteWords } from './note-words.ts';

const FENCE = 'release-note fence';
const SECTION = 'release-note section';

function words(body: string): (string | undefined)[] | string | null {
  const found = noteWords(body);
  if (found === null) return null;
  return 'none' in found ? found.none.reason : found.entries.map(({ markdown }) => markdown);
}

test('an override block wins over a fence, a fence over a section', () => {
  const section = '## Release note\n\nIn a section\n';
  const fence = '```release-note\nIn a fence\n```\n';
  const override = 'BEGIN_COMMIT_OVERRIDE\nfix: in a block\nEND_COMMIT_OVERRIDE\n';
  expect(noteWords(section + fence + override)).toMatchObject({ from: 'override block' });
  expect(noteWords(section + fence)).toEqual({ from: FENCE, entries: [{ markdown: 'In a fence' }] });
  expect(noteWords(section)).toEqual({ from: SECTION, entries: [{ markdown: 'In a section' }] });
  expect(noteWords('## What it does\n\nIt mends the release of notes.\n')).toBeNull();
});

test('a fence that says nothing leaves the word to the section', () => {
  expect(noteWords('```release-note\n```\n\n## Changelog\n\n- One')).toMatchObject({ from: SECTION });
  expect(noteWords('```release-note\nNONE\n```\n\n## Changelog\n\n- One')).toEqual({
    from: FENCE,
    none: { reason: 'the release note says NONE' },
  });
});

test('a dash in a fence means none, an empty bullet of a template in a section nothing', () => {
  expect(words('```release-note\n-\n```')).toBe('the release note says -');
  expect(words('## Changelog\n-\n')).toBeNull();
});

test('what users must do is marked', () => {
  const body = '```release-note\nACTION REQUIRED: turn it off first\n```';
  expect(noteWords(body)).toEqual({
    from: FENCE,
    entries: [{ markdown: 'ACTION REQUIRED: turn it off first', actionRequired: true }],
  });
});

/** A template in the manner of Kubernetes, and one with headings: unfilled and filled. */
const BOLD_TEMPLATE = `<!-- Thanks! Tips:
1. Write a note:
\`\`\`release-note
Your words
\`\`\`
-->
**What it does**:

**Release note**:
<!-- Write your note below.
If there is none, write NONE. -->
\`\`\`release-note
WORDS
\`\`\`

**Notes for the reviewer**:
`;
const HEADING_TEMPLATE = `## Description
<!-- Describe it -->

## Release notes
<!-- One bullet for each change -->
WORDS

## Checklist
- [x] I have tested it
`;

describe.each([BOLD_TEMPLATE, HEADING_TEMPLATE])('a template', (template) => {
  test.each([(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')])('%#', (ended) => {
    expect(words(ended(template.replace('WORDS\n', '')))).toBeNull();
    expect(words(ended(template.replace('WORDS', '')))).toBeNull();
    expect(words(ended(template.replace('WORDS', '<!-- here -->')))).toBeNull();
    expect(words(ended(template.replace('WORDS', 'NONE')))).toBe('the release note says NONE');
    expect(words(ended(template.replace('WORDS', 'Mend it.\n\nMore.')))).toEqual(['Mend it.\n\nMore.']);
    expect(words(ended(template.replace('WORDS', '- One\n  more\n- Two')))).toEqual(['One\nmore', 'Two']);
  });
});

describe('any text is read', () => {
  test.each([
    '',
    '\u0000```release-note\nMend\u0000 it\n```',
    '```release-note',
    'BEGIN_COMMIT_OVERRIDE',
    '<!-- release note',
  ])('%j', (body) => expect(() => noteWords(body)).not.toThrow());

  test('also what no person writes', () => {
    const unit = fc.constantFrom(
      ...['a', ' ', '\n', '\r\n', '-', '>', '#', '`', '~', '*', '[x] ', '1. ', '<!--', '-->', '    '],
      ...[
        '```release-note\n',
        '\n```\n',
        '\n## Release note\n',
        '\n**Changelog**:\n',
        'NONE',
        '\n---\n',
        '\n=\n',
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (body) => {
        const found = noteWords(body);
        if (found === null || 'none' in found) return;
        expect(found.entries.length).toBeGreaterThan(0);
        for (const { markdown } of found.entries) expect(markdown.trim()).not.toBe('');
      }),
      { seed: 20_260_105, numRuns: 1000 },
    );
  });
});

describe('hostile descriptions take no time', () => {
  const head = '## Release note\n\n';
  test.each([
    '>'.repeat(100_000),
    '> '.repeat(50_000),
    '- '.repeat(50_000),
    '['.repeat(100_000),
    '*'.repeat(100_000),
    '`'.repeat(100_000),
    '<!--'.repeat(25_000),
    '<!---->'.repeat(15_000),
    '```release-note\n'.repeat(6000),
    '```release-note\na\n```\n'.repeat(5000),
    '# Release note\n'.repeat(7000),
    '**Release note**\n'.repeat(6000),
    'a\n=\n'.repeat(25_000),
    '- a\n  - b\n'.repeat(10_000),
    '\u0000'.repeat(100_000),
    ' '.repeat(100_000),
    'a\n'.repeat(50_000),
    'BEGIN_COMMIT_OVERRIDE\n'.repeat(5000),
    `BEGIN_COMMIT_OVERRIDE\n${'fix: a\n'.repeat(14_000)}END_COMMIT_OVERRIDE`,
    `BEGIN_COMMIT_OVERRIDE\nfix: a\n\nBREAKING CHANGE: ${'a\n'.repeat(50_000)}END_COMMIT_OVERRIDE`,
  ])('%#', (body) => {
    const start = performance.now();
    noteWords(body);
    noteWords(head + body);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
