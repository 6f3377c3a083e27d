import { expect, test } from 'vitest';
import { editText } from './edit-notes.ts';
import type { EditedNote } from './edited-note.ts';

const NOTE = `---
schema: 1
product: sample
version: "1.0.0"
date: "2026-01-05T09:00:00+00:00"
prerelease: false
previous: null
entries:
${[1, 2, 3, 4].map((number) => `  - id: sample-${number}\n    module: sample\n    pullRequest: ${number}\n    kind: fix\n`).join('')}---

## Security

- One _(withdrawn in 1.1.0)_ {#sample-1}

## Fixed

- Two {#sample-2}
- Three {#sample-3}

## Maintenance

- Four {#sample-4}
`;

const EDITS: EditedNote = {
  product: 'sample',
  version: '1.0.0',
  withdraw: { reason: 'It loses data.', use: '1.0.1' },
  edits: [
    { do: 'introduce', text: 'Read this.' },
    { do: 'reword', id: 'sample-1', text: 'The first' },
    { do: 'merge', ids: ['sample-2', 'sample-3'], text: 'Both' },
    { do: 'remove', id: 'sample-4' },
    { do: 'add', section: 'fixed', text: 'And more' },
  ],
};

const EDITED = `
Read this.

## Security

- The first _(withdrawn in 1.1.0)_ {#sample-1}

## Fixed

- Both {#sample-2 #sample-3}
- And more
`;

test('edits a note as a person does', () => {
  const edited = editText(NOTE, EDITS, 'note.md');
  expect(edited.endsWith(`---\n${EDITED}`)).toBe(true);
  expect(edited).toContain('withdrawn:\n  reason: It loses data.\n  use: "1.0.1"\nentries:\n');
});

test('changes nothing the second time', () => {
  const edited = editText(NOTE, EDITS, 'note.md');
  expect(editText(edited, EDITS, 'note.md')).toBe(edited);
});

test('adds sections where they belong, and facts to entries', () => {
  const edited = editText(
    NOTE,
    {
      product: 'sample',
      version: '1.0.0',
      facts: { known: [{ id: 'known-1' }] },
      entries: { 'sample-1': { security: { severity: 'low' } } },
      edits: [
        { do: 'add', section: 'known', text: 'It creaks. {#known-1}' },
        { do: 'add', section: 'upgrade', text: 'Oil it first.' },
      ],
    },
    'note.md',
  );
  expect(edited).toContain('known:\n  - id: known-1\nentries:\n');
  expect(edited).toContain('    kind: fix\n    security:\n      severity: low\n');
  expect(edited).toContain('---\n\n## Upgrade notes\n\nOil it first.\n\n## Security\n');
  expect(edited).toContain(
    '- Three {#sample-3}\n\n## Known issues\n\n- It creaks. {#known-1}\n\n## Maintenance\n',
  );
});

test('says what is not there', () => {
  const edit = (edits: NonNullable<EditedNote['edits']>): string =>
    editText(NOTE, { ...EDITS, edits }, 'note.md');
  expect(() => edit([{ do: 'remove', id: 'sample-9' }])).toThrow('no change sample-9');
  const entries = { 'sample-9': { removalIn: '2.0.0' } };
  expect(() => editText(NOTE, { ...EDITS, entries }, 'note.md')).toThrow('no change sample-9');
  const other = NOTE.replace('\n## Security', '\nHello.\n\n## Security');
  expect(() => editText(other, EDITS, 'note.md')).toThrow('begins with other words: Hello.');
});
