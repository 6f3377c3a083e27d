import { describe, expect, test } from 'vitest';
import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import { readChangelog, readWholeFile } from './changelog.ts';
import type { ReadImport } from './imported-version.ts';

function read(text: string, markup: 'markdown' | 'rst' = 'markdown'): ReadImport {
  return readChangelog({ name: 'CHANGELOG', text }, 'headings', markup);
}

function body(text: string, version?: string): string {
  const { versions } = read(text);
  return (version === undefined ? versions[0] : versions.find((one) => one.version === version))?.body ?? '';
}

/** "Added: 2, Own words: 1". */
function sections(text: string, version?: string): string {
  return parseNoteBody(body(text, version))
    .sections.map(({ heading, bullets }) => `${heading}: ${bullets.length}`)
    .join(', ');
}

const KEPT = `# Changelog

All notable changes are told here.

## [Unreleased]
### Added
- Not out yet.

## [1.1.0] - 2026-02-01 [YANKED]
### Added
- Lamps dim. See [the guide][guide] and [#12].
### Known issues
- They hum.

## [1.0.0] - 2026-01-31

First release.

### Lamp shades

- Round ones.

[unreleased]: https://example.org/compare/v1.1.0...HEAD
[1.1.0]: https://example.org/compare/v1.0.0...v1.1.0
[#12]: https://example.org/pull/12
[Guide]: https://example.org/guide
`;

describe('a changelog as Keep a Changelog has it', () => {
  test('gives versions with their days; what is not released is told', () => {
    const { versions, unread } = read(KEPT);
    expect(versions.map(({ version, date, yanked, line }) => [version, date?.at, yanked, line])).toEqual([
      ['1.1.0', '2026-02-01T00:00:00+00:00', true, 9],
      ['1.0.0', '2026-01-31T00:00:00+00:00', false, 15],
    ]);
    expect(unread.map(({ line, text }) => [line, text])).toEqual([
      [1, '# Changelog'],
      [5, '## [Unreleased]'],
    ]);
  });

  test('links go on working: definitions come along where they are used, and only there', () => {
    expect(body(KEPT)).toContain('[guide][guide]'.replace('[guide]', '[the guide]'));
    expect(body(KEPT)).toMatch(
      /\n\[Guide\]: https:\/\/example\.org\/guide\n\[#12\]: https:\/\/example\.org\/pull\/12\n$/,
    );
    expect(body(KEPT, '1.0.0')).not.toContain('example.org');
  });

  test('headings that mean no section keep their words; first words come first', () => {
    expect(body(KEPT, '1.0.0')).toBe('First release.\n\n## Lamp shades\n\n- Round ones.\n');
  });

  test('what was known to be wrong then is not told of as open today', () => {
    expect(sections(KEPT)).toBe('Added: 1, Known issues at the time: 1');
  });
});

describe('other habits', () => {
  test('conventional-changelog: patches on the level of sections, anchors, commits', () => {
    const text = `<a name="1.1.0"></a>
## [1.1.0](https://example.org/compare/v1.0.1...v1.1.0) (2026-02-01)


### ⚠ BREAKING CHANGES

* **core:** \`lamp()\` is gone

### 🐛 Bug Fixes

* **core:** mend it ([#12](https://example.org/issues/12)) ([abc1234](https://example.org/commit/abc1234))



<a name="1.0.1"></a>
### [1.0.1](https://example.org/compare/v1.0.0...v1.0.1) (2026-01-31)

### Performance Improvements

* faster
`;
    expect(read(text).versions.map(({ version }) => version)).toEqual(['1.1.0', '1.0.1']);
    expect(sections(text)).toBe('Action required: 1, Fixed: 1');
    expect(body(text)).not.toContain('<a name');
    expect(sections(text, '1.0.1')).toBe('Changed: 1');
  });

  test('underlined versions with a day, and bullets that name their own section', () => {
    const text = `v2.0.0 / 2026-01-31
===================
* feat(lamp): dims
* fix: hums no more
* chore: sweep
* plain words

v1.0.0 / 2026-01-01
===================
 * [SECURITY] Locks.
 * [FEATURE] Opens.
   And closes.
`;
    expect(sections(text)).toBe('Added: 1, Changed: 1, Fixed: 1, Maintenance: 1');
    expect(body(text, '1.0.0')).toBe(
      '## Security\n\n* [SECURITY] Locks.\n\n## Added\n\n* [FEATURE] Opens.\n   And closes.\n',
    );
  });

  test('a day below the heading, as a heading or as words', () => {
    const text =
      '## v1.1.0\n### 2026-01-31\n### Fixed\n- It.\n\n## v1.0.0\n_Released on 1 January 2026_\n\n- All.\n';
    expect(read(text).versions.map(({ date }) => date?.at.slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-01-01',
    ]);
    expect(body(text)).toBe('## Fixed\n\n- It.\n');
  });

  test('a heading that only names a line of versions is no version', () => {
    const text = '# 1.2\n\n## 1.2.1 (2026-02-01)\n- Mended.\n\n## 1.2.0 (2026-01-01)\n- New.\n';
    expect(read(text).versions.map(({ version }) => version)).toEqual(['1.2.1', '1.2.0']);
  });

  test('bold words above a list serve as a heading', () => {
    expect(sections('## 1.0.0\n\n**Bug fixes:**\n\n- One.\n\nFeatures:\n- Two.\n- Three.\n')).toBe(
      'Fixed: 1, Added: 2',
    );
  });

  test('sub-headings with entries stand by themselves, but never take one out of Security', () => {
    const text =
      '## 1.0.0\n### Added\n#### Lamps\n- Dim.\n### Security\n#### Doors\n- Lock.\n### Upgrade notes\nFirst:\n#### Steps\nGo.\n';
    expect(sections(text)).toBe('Lamps: 1, Security: 1, Upgrade notes: 0');
    expect(body(text)).toContain('### Steps\n\nGo.');
  });

  test('code, comments and quotations hold no headings', () => {
    const text =
      '## 1.1.0\n- One\n\n```sh\n## 1.0.9\n```\n\n<!--\n## 1.0.8\n-->\n\n> ## 1.0.7\n\n    ## 1.0.6\n';
    expect(read(text).versions.map(({ version }) => version)).toEqual(['1.1.0']);
    expect(body(text)).toContain('```sh\n## 1.0.9\n```');
  });

  test('paragraphs, tables, images and nested bullets stay as they are', () => {
    const kept =
      '### Added\n\nSome words.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![dim](https://example.org/dim.png)\n\n- One\n  - deeper\n\n    still\n- Two';
    expect(body(`## 1.0.0\n${kept}\n`)).toBe(`${kept.replace('### Added', '## Added')}\n`);
  });

  test('a text below another heading is told, and the rest of it is left', () => {
    const { unread, versions } = read('## 1.0.0\n- One.\n\n# Thanks\n\nTo all.\n');
    expect(versions[0]?.body).toBe('## Changed\n\n- One.\n');
    expect(unread).toEqual([
      { file: 'CHANGELOG', line: 4, text: '# Thanks', why: 'it stands under no version' },
    ]);
  });

  test('what follows the unreleased part, and is no version, is told heading by heading', () => {
    const text =
      '## Unreleased\n### Added\n- Soon.\n## Release of May\n- x\n### Fixed\n- y\n## Release of April\n- z\n## 1.0.0\n- All.\n';
    const { versions, unread } = read(text);
    expect(versions.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(unread.map(({ line, text: words }) => [line, words])).toEqual([
      [1, '## Unreleased'],
      [4, '## Release of May'],
      [8, '## Release of April'],
    ]);
  });

  test('reStructuredText: overlined title, versions, sections', () => {
    const text = `=========
Changelog
=========

.. towncrier release notes start

lamps 1.1.0 (2026-01-31)
========================

Bug Fixes
---------

- \`\`lamp\`\` hums no more.
  Not at all. (\`#12 <https://example.org/12>\`_)

.. _old:

lamps 1.0.0 (2026-01-01)
========================

- All.
`;
    const { versions } = read(text, 'rst');
    expect(versions.map(({ version, body: words }) => [version, words])).toEqual([
      ['1.1.0', '## Fixed\n\n- ``lamp`` hums no more.\n  Not at all. (`#12 <https://example.org/12>`_)\n'],
      ['1.0.0', '## Changed\n\n- All.\n'],
    ]);
  });

  test('a file that is one version’s is that version whole', () => {
    const given = {
      name: '2.30.0.txt',
      text: 'Lamps v2.30 Release Notes\n=========================\n\n# Changes\n\n * Dim.\n',
    };
    const { versions, unread } = readWholeFile(given, 'headings', 'markdown', '2.30.0');
    expect([versions[0]?.version, versions[0]?.body, unread]).toEqual([
      '2.30.0',
      '## Changed\n\n * Dim.\n',
      [],
    ]);
  });
});

describe('what may be hostile', () => {
  test('marks of a note’s own are words here', () => {
    const words = body('## 1.0.0\n- One {#core-1} `{#core-2}` _(withdrawn in 2.0.0)_\n');
    expect(words).toContain('\\{#core-1} `{#core-2}` \\_(withdrawn in 2.0.0)_');
    expect(parseNoteBody(words).sections[0]?.bullets[0]?.ids).toEqual([]);
  });

  test('front matter is never run, and invisible characters and addresses are told', () => {
    const text =
      '---js\n{ get x() { throw new Error("run") } }\n---\n\n## 1.0.0\r\n- One\u0007\u202e by <jo@example.org>\r\n';
    const { versions, unread } = read(text);
    expect(versions[0]?.body).toBe('## Changed\n\n- One by\n'.replace(' by', ' by'));
    expect(unread.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      '1: it is front matter of a site',
      '6: invisible characters were taken out',
      '6: an e-mail address was taken out: records hold none',
    ]);
    expect(JSON.stringify(unread)).not.toContain('jo@');
  });

  test('a version that no person writes is told, and not parsed', () => {
    const { versions, unread } = read(`## 2.0.0\n- ok\n\n## 1.0.0\n${'- x\n'.repeat(60_000)}`);
    expect(versions.map(({ version }) => version)).toEqual(['2.0.0']);
    expect(unread[0]).toMatchObject({ line: 4, why: expect.stringContaining('no release note') });
  });

  test('text that is nested to do harm is told, rules and ordinary lists are not', () => {
    const deep = `## 3.0.0\n${'> '.repeat(3000)}x\n\n## 2.0.0\n${'* '.repeat(50)}y\n\n## 1.0.0\n- one\n  - two\n\n${'- '.repeat(50)}\n\n${'-'.repeat(80)}\n`;
    const { versions, unread } = read(deep);
    expect(versions.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(unread.map(({ why }) => why)).toEqual(Array(2).fill('its markdown is nested too deeply'));
  });

  test('ten megabytes are read in one go', () => {
    const one = (at: number) => `## 1.${at}.0 (2026-01-31)\n\n### Fixed\n\n- ${'mended '.repeat(60)}\n\n`;
    const text = Array.from({ length: 2000 }, (_, at) => one(at)).join('');
    expect(read(text).versions).toHaveLength(2000);
    const flat = `## 1.0.0\n- ok\n\n# Rest\n${'[['.repeat(4_000_000)}\n`;
    expect(read(flat).versions).toHaveLength(1);
  });
});
