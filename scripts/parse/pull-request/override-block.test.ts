import { expect, test } from 'vitest';
import { overrideEntries } from './override-block.ts';

function block(...lines: string[]): string {
  return ['Words before.', 'BEGIN_COMMIT_OVERRIDE', ...lines, 'END_COMMIT_OVERRIDE', 'Words behind.'].join(
    '\n',
  );
}

test.each([
  [block('fix(cone)!: mend it'), [{ markdown: 'mend it', kind: 'fix', scope: 'cone', breaking: true }]],
  [
    block('feat: add it', '', 'Some words.', '', 'fix: mend it', 'chore: tidy it'),
    [
      { markdown: 'add it', kind: 'feat' },
      { markdown: 'mend it', kind: 'fix' },
      { markdown: 'tidy it', kind: 'chore' },
    ],
  ],
  [
    block('feat: add it', '', 'BREAKING CHANGE: all', 'is new', '', 'Refs: #12'),
    [{ markdown: 'add it', kind: 'feat', breaking: true, breakingNote: 'all is new' }],
  ],
  [
    block('feat: add it', 'BREAKING CHANGE: all', 'is new'),
    [{ markdown: 'add it', kind: 'feat', breaking: true, breakingNote: 'all is new' }],
  ],
  [block('Plain words'), [{ markdown: 'Plain words' }]],
  [block('fix: mend it', '', 'fixes: #12', 'note: this is text'), [{ markdown: 'mend it', kind: 'fix' }]],
  [block('fix: mend it').replaceAll('\n', '\r\n'), [{ markdown: 'mend it', kind: 'fix' }]],
  [
    '<!--\nBEGIN_COMMIT_OVERRIDE\nfix: mend it\nEND_COMMIT_OVERRIDE\n-->',
    [{ markdown: 'mend it', kind: 'fix' }],
  ],
  [
    '<!-- BEGIN_COMMIT_OVERRIDE\nfix: mend it\nEND_COMMIT_OVERRIDE -->',
    [{ markdown: 'mend it', kind: 'fix' }],
  ],
  [block('fix: one') + block('fix: two'), [{ markdown: 'one', kind: 'fix' }]],
])('%j', (body, entries) => expect(overrideEntries(body)).toEqual(entries));

test.each([
  block(''),
  'BEGIN_COMMIT_OVERRIDE\nfix: mend it',
  'fix: mend it\nEND_COMMIT_OVERRIDE',
  'END_COMMIT_OVERRIDE\nfix: mend it\nBEGIN_COMMIT_OVERRIDE',
  'Use BEGIN_COMMIT_OVERRIDE and END_COMMIT_OVERRIDE.',
])('no block: %j', (body) => expect(overrideEntries(body)).toEqual([]));
