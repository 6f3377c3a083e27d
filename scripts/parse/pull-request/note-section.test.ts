import { describe, expect, test } from 'vitest';
import { noteSection } from './note-section.ts';
import { visibleLines } from './visible-lines.ts';

function section(body: string): string[] | string | null {
  const words = noteSection(visibleLines(body));
  if (words === null) return null;
  return 'none' in words ? words.none.reason : words.entries.map(({ markdown }) => markdown);
}

describe('headings', () => {
  test.each([
    '# Release note',
    '###### Release Notes:',
    '## 📝 Changelog entry (optional)',
    '## **Changelog**',
    '## Change log ##',
    'Release notes\n=============',
    'Changelog\n---',
    '**Release note**:',
    '**Release notes:**',
    '__Changelog entry__',
    '  ## Release note',
  ])('%j', (heading) => expect(section(`Words.\n\n${heading}\n\nMend it\n`)).toEqual(['Mend it']));

  test.each([
    '## Release process',
    '## Notes on the release note',
    '## Changelog of fir 1.2',
    '> ## Release note',
    'Release note',
    '**Release note** is a word',
    '```\n## Release note\n```',
    '<!-- ## Release note -->',
    '    ## Release note',
  ])('not %j', (heading) => expect(section(`${heading}\n\nMend it\n`)).toBeNull());
});

describe('what belongs to it', () => {
  test.each([
    ['## Changelog\nOne\n\nTwo\n\n## Other\nNo', ['One\n\nTwo']],
    ['## Changelog\nOne\n\n### Inner\nTwo\n\n# Other\nNo', ['One\n\n### Inner\n\nTwo']],
    ['## Changelog\nOne\n\n---\nNo', ['One']],
    ['**Release note**:\nOne\nmore\n\n**Other**:\nNo', ['One\nmore']],
    ['**Release note**:\n\nOne\n\n## Other\nNo', ['One']],
    ['## Changelog\n- One\n  - inner\n- Two\n\n  more\n', ['One\n- inner', 'Two\n\nmore']],
    ['## Changelog\n1. One\n2. Two', ['One', 'Two']],
    ['## Changelog\n* One\n\n- Two', ['One', 'Two']],
    ['## Changelog\nAll of:\n- One\n- Two', ['All of:\n\n- One\n- Two']],
    ['## Changelog\n- [x] One\n- [ ] Two\n- [X] Three', ['One', 'Three']],
    ['## Changelog\n```\nOne\n```', ['One']],
    ['## Changelog\n\n```One```', ['One']],
    ['**Release note**: One', ['One']],
    ['**Release note:** One\nmore\n\nTwo', ['One\nmore\n\nTwo']],
    ['**Release note**: ```One```', ['One']],
    ['## Changelog\nRun:\n```sh\nfir\n```', ['Run:\n\n```sh\nfir\n```']],
    ['## Changelog\nOne\n\nSigned-off-by: Lin\nSigned-off-by: Tomas\n\n/kind bug', ['One']],
    ['## Changelog\n/etc/fir is read', ['/etc/fir is read']],
    ['## Changelog\n<!-- advice -->\nOne <!-- more -->', ['One']],
    ['## Changelog\n<!-- nothing -->\n## Release note\nOne', ['One']],
  ])('%j', (body, words) => expect(section(body)).toEqual(words));

  test.each([
    '## Changelog\n',
    '## Changelog\n<!-- advice -->\n',
    '## Changelog\n- [ ] I wrote one\n',
    '## Changelog\n- \n',
    '## Changelog\n-',
    '## Changelog\n<write here>',
    '## Changelog\nTBD',
    '## Changelog\n```release-note\n```',
    '## Changelog\n```docs\nhttps://fir.example\n```',
    '### Release Notes\n\n<details>\n<summary>fir/cone (cone)</summary>\n\n### [`v2`](https://fir.example)\n\n- Theirs\n\n</details>',
  ])('nothing was written: %j', (body) => expect(section(body)).toBeNull());
});

test.each([
  ['NONE', 'NONE'],
  ['none.', 'none'],
  ['"N/A"', 'N/A'],
  ['`na`', 'na'],
  ['- None', 'None'],
  ['**No**', 'No'],
  ['—', '—'],
])('%s means none', (text, said) => {
  expect(section(`## Release note\n\n${text}\n`)).toBe(`the release note says ${said}`);
});

test('words that begin with "none" are words', () => {
  expect(section('## Release note\nNone of the cones falls')).toEqual(['None of the cones falls']);
});
