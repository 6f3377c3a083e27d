import { describe, expect, test } from 'vitest';
import { noteFences } from './note-fences.ts';
import { visibleLines } from './visible-lines.ts';

function fences(body: string): string[] {
  return noteFences(visibleLines(body));
}

describe('marked blocks', () => {
  test.each([
    ['```release-note\nMend it\n```', ['Mend it']],
    ['```release-notes\nMend it\n```', ['Mend it']],
    ['``` release-note breaking\nMend it\n```', ['Mend it']],
    ['````release-note\nUse\n```sh\nfir\n```\n````', ['Use\n```sh\nfir\n```']],
    ['~~~release-note\nMend it\n~~~', ['Mend it']],
    ['   ```release-note\n   Mend it\n     more\n   ```', ['Mend it\n  more']],
    ['```release-note\r\nMend it\r\n\r\nMore\r\n```\r\n', ['Mend it\n\nMore']],
    ['```release-note\nOne\n```\ntext\n```release-note\nTwo\n```', ['One', 'Two']],
    ['```release-note\n<!-- advice -->\nMend it\n```', ['Mend it']],
    ['```release-note\n<!-- advice -->\n```', ['']],
    ['```release-note\n```', ['']],
    ['```release-note Mend it ```', ['Mend it']],
    ['Words.\n```release-note Mend it\n```', ['Mend it']],
    ['```release-note\nMend it. ```\n\n/kind bug', ['Mend it.']],
    ['```release-note\nMend it\n\n/kind bug', ['Mend it']],
    ['```release-note\nMend it\n```\n\n```docs\nhttps://fir.example\n```', ['Mend it']],
  ])('%j', (body, notes) => expect(fences(body)).toEqual(notes));
});

describe('other blocks', () => {
  test.each([
    '```docs\nhttps://fir.example\n```',
    '```\nMend it\n```',
    '```release-note-none\nx\n```',
    '```yaml\nrelease-note: x\n```',
    '    ```release-note\n    Mend it\n    ```',
    '> ```release-note\n> Mend it\n> ```',
    '<!--\n```release-note\nMend it\n```\n-->',
    '````md\n```release-note\nMend it\n```\n````',
    '- ```md\n  ```release-note\n  ```',
    'release-note',
  ])('%j', (body) => expect(fences(body)).toEqual([]));
});

test('code in a list ends where it is closed', () => {
  expect(fences('- ```sh\n  fir\n  ```\n\n```release-note\nMend it\n```')).toEqual(['Mend it']);
});

test('backticks around the start of a comment are code', () => {
  expect(fences('Show `<!--` now.\n\n```release-note\nMend it\n```')).toEqual(['Mend it']);
});

test('the first ten count', () => {
  expect(fences('```release-note\na\n```\n'.repeat(12))).toHaveLength(10);
});
