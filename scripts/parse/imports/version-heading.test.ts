import { describe, expect, test } from 'vitest';
import { readVersionHeading } from './version-heading.ts';

/** "1.2.3", "1.2.3 2026-01-31", with "yanked" and other words behind; else what it is. */
function told(heading: string, nested = false): string {
  const meaning = readVersionHeading(heading, nested);
  if (meaning.kind !== 'version') return meaning.kind;
  const { version, day, ambiguous, yanked, words } = meaning;
  return [version, day, ambiguous && 'ambiguous', yanked && 'yanked', words && `"${words}"`]
    .filter(Boolean)
    .join(' ');
}

describe('a heading that begins a version', () => {
  test.each([
    ['[1.2.3] - 2026-01-31', '1.2.3 2026-01-31'],
    ['v1.2', '1.2'],
    ['1.2.3 (2026-01-31)', '1.2.3 2026-01-31'],
    ['1.2.3 / 2026-01-31', '1.2.3 2026-01-31'],
    ['[v3.1.0]/2026-01-31', '3.1.0 2026-01-31'],
    ['Version 1.2.3', '1.2.3'],
    ['Release 1.2', '1.2'],
    ['[1.2.3](https://example.org/compare/v1.2.2...v1.2.3) (2026-01-31)', '1.2.3 2026-01-31'],
    ['<small>4.4.3 (2026-02-15)</small>', '4.4.3 2026-02-15'],
    ['[1.2.3] - 2026-01-31 [YANKED]', '1.2.3 2026-01-31 yanked'],
    ['1.2.3 "Blue Door" (January 5th, 2026)', '1.2.3 2026-01-05 "Blue Door"'],
    ['2026-04-23, Version 12.0.0 (Current)', '12.0.0 2026-04-23 "Current"'],
    ['July 9, 2026: v3.1.302', '3.1.302 2026-07-09'],
    ['v1.13.0 Release - 11/03/2026', '1.13.0 ambiguous'],
    ['v1.13.0 Release - 31/03/2026', '1.13.0 2026-03-31'],
    ['lamps 7.1.2 (2026-04-23)', '7.1.2 2026-04-23'],
    ['@lamps/core@7.1.2', '7.1.2'],
    ['Lamps v2.30 Release Notes', '2.30'],
    ['1.9.0-RC1', '1.9.0-RC1'],
    ['🎉 2.0.0-beta.1', '2.0.0-beta.1'],
    ['2026.1.5', '2026.1.5'],
    ['`2.0.0`', '2.0.0'],
  ])('%s', (heading, expected) => expect(told(heading)).toBe(expected));

  test.each(['[Unreleased]', 'Unreleased - 2026-xx-xx', '2.0.0 (unreleased)', 'Next release', 'HEAD'])(
    '%s is not released',
    (heading) => expect(told(heading)).toBe('unreleased'),
  );

  test.each([
    'Changelog',
    '2026-01-31',
    'January 31, 2026',
    '1.20.x',
    'Upgrading from 1.2 to 1.3',
    'Support for Kubernetes 1.20',
    '3 things to know',
    '../../1.2',
  ])('%s is another one', (heading) =>
    expect(told(heading)).toMatch(heading === '../../1.2' ? /^(?:other|1\.2)$/ : /^other$/),
  );

  test('below a version only one that says nothing else begins another', () => {
    expect(told('1.2.3 (2026-01-31)', true)).toBe('1.2.3 2026-01-31');
    expect(told('Release 1.2.3', true)).toBe('1.2.3');
    expect(told('Kubernetes 1.20', true)).toBe('other');
    expect(told('Unreleased features', true)).toBe('other');
  });

  test('no version leads out of its folder', () => {
    for (const heading of ['1.2/../../../etc', '1.2.3/../x', '1.2\\..\\x', '1.2.\u202e3'])
      expect(told(heading)).toMatch(/^other$|^1\.2(?:\.3)?(?: |$)/);
  });
});
