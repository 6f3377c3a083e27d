import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import { readChangelog } from './changelog.ts';

const WORD = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,`*_.()'-]{0,30}[a-z]$/);
const SECTION = fc.constantFrom('Added', 'Bug Fixes', 'Lamps', 'Security', 'BREAKING CHANGES', 'Own words');
const PART = fc.record({ heading: SECTION, bullets: fc.array(WORD, { minLength: 1, maxLength: 4 }) });
const VERSIONS = fc.uniqueArray(
  fc.record({ minor: fc.nat(99), parts: fc.array(PART, { minLength: 1, maxLength: 4 }) }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ minor }) => minor,
  },
);

test('every entry comes over once, to the letter and in its version', () => {
  fc.assert(
    fc.property(VERSIONS, fc.constantFrom('\n', '\r\n'), (told, lineEnd) => {
      const text = told
        .flatMap(({ minor, parts }) => [
          `## 1.${minor}.0 - 2026-01-31`,
          ...parts.map(
            ({ heading, bullets }) =>
              `### ${heading}\n\n${bullets.map((words) => `- ${words}`).join('\n')}\n`,
          ),
        ])
        .join('\n');
      const { versions } = readChangelog(
        { name: 'C', text: text.replaceAll('\n', lineEnd) },
        'headings',
        'markdown',
      );
      const read = versions.map(({ version, body }) => [
        version,
        parseNoteBody(body).sections.flatMap(({ bullets }) => bullets.map((bullet) => bullet.text)),
      ]);
      expect(read).toEqual(
        told.map(({ minor, parts }) => [`1.${minor}.0`, parts.flatMap(({ bullets }) => bullets)]),
      );
    }),
    { numRuns: 200 },
  );
});

test('no text makes it fail, and every version is one that a path can hold', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '## 1.2.3',
      '# ../..',
      '===',
      '---',
      '```',
      '<!--',
      '- ',
      '[a]: b',
      '> ## 2.0',
      '1.0.0',
      '{#a-1}',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom('markdown' as const, 'rst' as const),
      (lines, markup) => {
        const { versions } = readChangelog({ name: 'C', text: lines.join('\n') }, 'headings', markup);
        for (const { version, body } of versions) {
          expect(version).toMatch(/^\d[\w.+-]*$/);
          expect(
            parseNoteBody(body).sections.flatMap(({ bullets }) => bullets.flatMap(({ ids }) => ids)),
          ).toEqual([]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
