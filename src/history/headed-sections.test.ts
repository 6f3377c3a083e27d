import { expect, test } from 'vitest';
import { codeBlocks, headedSections, proseOf } from './headed-sections.ts';
import { placeholderIn } from './placeholders.ts';

const BODY = `# Recovery

## Plan

Roll back with:

\`\`\`
helm rollback shop TODO
\`\`\`

<!-- Say what is done. -->

### Data

- restore \`orders\`
- tell *support*

## Special provisions

<!-- None? Say so. -->
`;

test('cuts a body at its headings; comments are no words', () => {
  const sections = headedSections(BODY);
  expect(sections.map(({ heading, line }) => [heading, line])).toEqual([
    ['Recovery', 1],
    ['Plan', 3],
    ['Data', 13],
    ['Special provisions', 18],
  ]);
  expect(sections[1]?.text).toContain('helm rollback shop TODO');
  expect(sections[1]?.prose).not.toContain('helm rollback');
  expect(sections[2]?.items).toEqual(['restore orders', 'tell support']);
  expect(sections[3]?.text.trim()).toBe('');
});

test('prose leaves code and comments out', () => {
  expect(placeholderIn(proseOf(BODY))).toBeNull();
  expect(placeholderIn('call the …')).toBeNull();
  expect(placeholderIn('…')).toBe('…');
  expect(placeholderIn('owner: TBD')).toBe('TBD');
  expect(placeholderIn('todo lists are drawn faster')).toBeNull();
});

test('code blocks come out whole', () => {
  expect(
    codeBlocks('```text\nfix: x (#1)\n\nbody\n```\n\n## Pull request #1\n\n````text\n```\na\n```\n````\n'),
  ).toEqual(['fix: x (#1)\n\nbody', '```\na\n```']);
});
