import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import { readGitHubReleases } from './github-releases.ts';
import { recordLines } from './json-lines.ts';

const REST = {
  tag_name: 'v1.1.0',
  name: '1.1.0',
  draft: false,
  prerelease: false,
  published_at: '2026-01-31T10:20:30Z',
  body: "<!-- made by a machine -->\r\n\r\n## What's Changed\r\n* Dim the lamps by @jo in https://example.org/core/pull/12\r\n\r\n## New Contributors\r\n* @jo made it\r\n",
};
const CLI = {
  tagName: 'v1.0.0',
  isDraft: false,
  isPrerelease: true,
  publishedAt: '2026-01-01T00:00:00Z',
  body: '## 1.0.0 (2026-01-01)\n\nAll of it.\n',
};

function read(value: unknown, patterns: string[] = ['v{version}']) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return readGitHubReleases({ name: 'releases.json', text }, patterns, 'core');
}

describe('GitHub’s releases', () => {
  test('of the REST list and of the command line, with the platform’s date and its word on prereleases', () => {
    const { versions } = read([REST, CLI]);
    expect(versions.map(({ version, date, prerelease, line }) => [version, date, prerelease, line])).toEqual([
      ['1.1.0', { at: '2026-01-31T10:20:30+00:00', dated: 'platform' }, false, 2],
      ['1.0.0', { at: '2026-01-01T00:00:00+00:00', dated: 'platform' }, true, 10],
    ]);
    expect(versions[0]?.body).toContain('## Changed\n\n* Dim the lamps');
    expect(versions[0]?.body).toContain('## New Contributors\n\n* @jo made it');
    expect(versions[1]?.body).toBe('All of it.\n');
  });

  test('pages one behind the other, and lists of lists, are read alike', () => {
    const pages = `${JSON.stringify([REST])}\n${JSON.stringify([CLI])}`;
    expect(read(pages).versions).toHaveLength(2);
    expect(read([[REST], [CLI]]).versions).toHaveLength(2);
    expect(read(CLI).versions).toHaveLength(1);
  });

  test('drafts, other modules’ tags, and releases without a text are told with their line', () => {
    const { versions, unread } = read([
      { ...REST, draft: true },
      { ...REST, tag_name: 'chart-1.0.0' },
      { tagName: 'v0.9.0', publishedAt: null },
      { id: 7 },
    ]);
    expect(versions).toEqual([]);
    expect(unread.map(({ why }) => why.split(':')[0])).toEqual([
      'it is no release',
      'it is a draft',
      'its tag is not of the product’s pattern v{version}',
      'it has no text',
    ]);
    expect(unread.every(({ line }) => line > 1)).toBe(true);
  });

  test('without a policy the pattern is guessed', () => {
    expect(read([REST, CLI], []).versions.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  });

  test('a tag is no way out of the folder', () => {
    expect(
      read([
        { ...REST, tag_name: 'v../../x' },
        { ...REST, tag_name: 'v1/../2' },
      ]).versions,
    ).toEqual([]);
  });
});

describe('JSON', () => {
  test.each([
    ['[{"a": 1}', 0],
    ['[{"a": 1}, {"b"', 1],
    ['\n\n[{"a": }]', 3],
    ['nonsense', 1],
    ['[}]', 1],
  ])('%j', (text, line) => {
    if (line === 0) expect(recordLines(text, 'f').length).toBe(1);
    else
      expect(() => recordLines(text, 'f')).toThrow(
        expect.objectContaining({ constructor: Fault, place: { file: 'f', line } }) as Error,
      );
  });

  test('braces and quotes in texts are texts', () => {
    expect(recordLines('[{"a": "}\\"{"}]', 'f')).toEqual([{ value: { a: '}"{' }, line: 1 }]);
  });
});
