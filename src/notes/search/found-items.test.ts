import { expect, test } from 'vitest';
import type { PublicRelease } from '../public-release.ts';
import { foundItems, idsOf } from './found-items.ts';
import { publicEntry, publicIssue, publicRelease } from './testing.ts';

function addressesOf(...releases: PublicRelease[]): string[] {
  return foundItems(releases).map(({ address }) => address);
}

test('a release, its entries and its known issues are found, each at its place', () => {
  const entries = [publicEntry('core-2'), publicEntry('core-1')];
  const release = publicRelease('1.2.0', { entries, known: [publicIssue('known-1')] });
  expect(addressesOf(release)).toEqual([
    '/lamp/1.2.0/',
    '/lamp/1.2.0/#core-2',
    '/lamp/1.2.0/#core-1',
    '/lamp/1.2.0/#known-1',
  ]);
});

test('an entry is told apart by all that the note says of it', () => {
  const entry = publicEntry('core-2', {
    section: 'security',
    breaking: true,
    maturity: 'beta',
    kinds: ['feat', 'Odd Kind!'],
    modules: ['core', 'web'],
    security: { ids: ['CVE-2026-90001'], severity: 'high', since: null },
  });
  const [, item] = foundItems([publicRelease('1.2.0', { entries: [entry] })]);
  expect(item?.facets).toEqual({
    product: ['lamp'],
    section: ['security'],
    breaking: ['yes'],
    severity: ['high'],
    maturity: ['beta'],
    module: ['lamp/core', 'lamp/web'],
    kind: ['feat', 'odd-kind'],
    year: ['2026'],
  });
  expect(item?.names).toEqual(['core-2', '#2', 'CVE-2026-90001']);
});

test('a highlight and its entry are one thing, found under both', () => {
  const twice = [
    publicEntry('core-2', { section: 'highlights', heading: 'Highlights', html: '<p>In short</p>' }),
    publicEntry('core-2', { section: 'added', heading: 'Added', html: '<p>In full</p>' }),
  ];
  const items = foundItems([publicRelease('1.2.0', { entries: twice })]);
  expect(items).toHaveLength(2);
  expect(items[1]?.facets.section).toEqual(['highlights', 'added']);
  expect(items[1]?.html).toBe('<p>In short</p><p>In full</p>');
});

test('bullets that were written freely are found by their words', () => {
  const free = [publicEntry(null, { title: 'One - two' }), publicEntry(null, { title: 'Three' })];
  expect(addressesOf(publicRelease('1.2.0', { entries: free }))).toEqual([
    '/lamp/1.2.0/',
    '/lamp/1.2.0/#:~:text=One%20%2D%20two',
    '/lamp/1.2.0/#:~:text=Three',
  ]);
});

test('what the final release repeats of a prerelease is found there only', () => {
  const final = publicRelease('1.2.0', { entries: [publicEntry('core-1')] });
  const entries = [publicEntry('core-1'), publicEntry('core-9')];
  const candidate = publicRelease('1.2.0-rc1', { entries, foldedInto: '1.2.0' });
  expect(addressesOf(final, candidate)).toEqual([
    '/lamp/1.2.0/',
    '/lamp/1.2.0/#core-1',
    '/lamp/1.2.0-rc1/',
    '/lamp/1.2.0-rc1/#core-9',
  ]);
  expect(addressesOf(candidate)).toHaveLength(3);
  const apart = foundItems([candidate], new Map([['1.2.0', ['core-1']]]));
  expect(apart.map(({ address }) => address)).toEqual(['/lamp/1.2.0-rc1/', '/lamp/1.2.0-rc1/#core-9']);
});

test('a release alone is told the ids of its final one', () => {
  const final = publicRelease('1.2.0', { entries: [publicEntry('core-1')], known: [publicIssue('known-1')] });
  const entries = [publicEntry('core-1'), publicEntry('core-2')];
  const early = publicRelease('1.2.0-rc1', {
    ...{ prerelease: true, foldedInto: '1.2.0', entries },
    known: [publicIssue('known-1')],
  });
  const alone = [...foundItems([final]), ...foundItems([early], new Map([['1.2.0', idsOf(final)]]))];
  expect(alone).toEqual(foundItems([final, early]));
});

test('what is gone says so', () => {
  const taken = { ids: ['core-1'], in: '1.3.0', restoredIn: null };
  const goneOf = (...releases: PublicRelease[]) => foundItems(releases).map(({ gone }) => gone);
  const entries = [
    publicEntry('core-1', { withdrawals: [taken] }),
    publicEntry('core-2', { withdrawals: [{ ...taken, ids: ['core-2'], restoredIn: '1.4.0' }] }),
    publicEntry('core-3', { ids: ['core-3', 'core-4'], withdrawals: [{ ...taken, ids: ['core-3'] }] }),
  ];
  expect(goneOf(publicRelease('1.2.0', { entries }))).toEqual([null, 'entry', null, null]);
  const withdrawn = { reason: 'It loses data.', use: null, at: null };
  expect(goneOf(publicRelease('1.2.0', { entries, withdrawn }))).toEqual(Array(4).fill('release'));
});
