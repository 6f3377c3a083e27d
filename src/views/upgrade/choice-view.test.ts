import { expect, test } from 'vitest';
import { lineageReleases } from '../../notes/lineage.ts';
import { history } from '../../notes/upgrade/testing/releases.ts';
import type { VersionView } from '../timeline-view.ts';
import { choiceView } from './choice-view.ts';
import { earlierVersions } from './earlier-versions.ts';

const withdrawn = { withdrawn: { reason: '', use: null, at: null } };

test('few versions stand under their minor versions, with what must be known of them', () => {
  const releases = history(['1.10.1'], ['1.10.0', [], withdrawn], ['1.9.0']);
  expect(choiceView(lineageReleases(releases), '1.10.1')).toEqual({
    ...{ latest: '1.10.1', listed: ['1.10.1', '1.10.0', '1.9.0'], years: [], year: null },
    groups: [
      {
        name: '1.10',
        versions: [
          { version: '1.10.1', text: '1.10.1 (latest)' },
          { version: '1.10.0', text: '1.10.0 (withdrawn)' },
        ],
      },
      { name: '1.9', versions: [{ version: '1.9.0', text: '1.9.0' }] },
    ],
  });
});

test('many versions are chosen by year, that of the latest one first', () => {
  const dated = Array.from({ length: 500 }, (_, at): Parameters<typeof history>[number] => {
    const date = `${2026 - Math.floor(at / 200)}-01-01T00:00:00Z`;
    return [`1.${500 - at}.0`, [], { date }];
  });
  const choice = choiceView(lineageReleases(history(...dated)), '1.250.0');
  expect([choice.years, choice.year, choice.listed.length]).toEqual([['2026', '2025', '2024'], '2025', 120]);
  expect(choice.groups.flatMap(({ versions }) => versions)).toHaveLength(200);
});

test('a release offers the final versions below it, and not too many of them', () => {
  const listed = (version: string) => ({ version, prerelease: version.includes('-') }) as VersionView;
  const versions = ['1.2.0', '1.1.0', '1.1.0-RC1', '1.0.0'].map(listed);
  expect(earlierVersions(versions, 0)).toEqual(['1.1.0', '1.0.0']);
  expect(earlierVersions(versions, 3)).toEqual([]);
  const many = Array.from({ length: 90 }, (_, at) => listed(`1.${90 - at}.0`));
  expect(earlierVersions(many, 0)).toHaveLength(40);
});
