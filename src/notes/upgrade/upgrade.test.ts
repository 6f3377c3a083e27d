import { expect, test } from 'vitest';
import { headingOf } from '../../records/sections.ts';
import { answer, entry, freshIn, history, idsIn, issue, planOf, takenBack } from './testing/releases.ts';

test('a range follows the line, not the numbers: a hotfix branch is not on the way', () => {
  const releases = history(
    ['1.9.0', [entry('a')]],
    ['1.10.0 < 1.9.0', [entry('b')]],
    ['1.9.1 < 1.9.0', [entry('c')]],
    ['1.10.1 < 1.10.0', [entry('d')]],
  );
  expect(planOf(releases, '1.9.0', '1.10.1')).toMatchObject({ gained: ['1.10.0', '1.10.1'], lost: [] });
  expect(freshIn(answer(releases, '1.9.0', '1.10.1'))).toEqual(['d', 'b']);
  const apart = answer(releases, '1.9.1', '1.10.1');
  expect([freshIn(apart), idsIn(apart.lost)]).toEqual([['d', 'b'], ['c']]);
});

test('a backport is no news, and the fix that was not brought over is a loss', () => {
  const releases = history(
    ['1.9.0'],
    ['1.9.1 < 1.9.0', [entry('fix', { alsoIn: ['1.10.0'] }), entry('forgotten')]],
    ['1.10.0 < 1.9.0', [entry('fix', { alsoIn: ['1.9.1'] }), entry('new')]],
  );
  const { lost, ...rest } = answer(releases, '1.9.1', '1.10.0');
  expect([freshIn({ lost, ...rest }), idsIn(lost)]).toEqual([['new'], ['forgotten']]);
  expect(freshIn(answer(releases, '1.9.0', '1.10.0'))).toEqual(['fix', 'new']);
});

test('what a release carries without repeating it is found where it is told', () => {
  const releases = history(
    ['1.9.0'],
    ['1.9.1 < 1.9.0', [entry('fix', { alsoIn: ['1.10.0'] })]],
    ['1.10.0 < 1.9.0', [entry('new')]],
  );
  expect(planOf(releases, '1.9.0', '1.10.0').needed).toEqual(['1.10.0', '1.9.1']);
  expect(freshIn(answer(releases, '1.9.0', '1.10.0'))).toEqual(['new', 'fix']);
  expect(freshIn(answer(releases, '1.9.1', '1.10.0'))).toEqual(['new']);
});

test('what came and went is counted, not listed, and neither is its revert', () => {
  const revert = entry('undo', { kinds: ['revert'], section: 'changed' });
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [entry('x', { withdrawals: [takenBack('x', '1.2.0')] }), entry('y')]],
    ['1.2.0 < 1.1.0', [revert]],
  );
  const whole = answer(releases, '1.0.0', '1.2.0');
  expect([freshIn(whole), idsIn(whole.cameAndWent), idsIn(whole.takenBack)]).toEqual([['y'], ['x'], []]);
  const last = answer(releases, '1.1.0', '1.2.0');
  expect([freshIn(last), idsIn(last.cameAndWent), idsIn(last.takenBack)]).toEqual([['undo'], [], ['x']]);
});

test('a revert among others that nobody accounts for stays', () => {
  const reverts = ['undo', 'other'].map((id) => entry(id, { kinds: ['revert'] }));
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [entry('x', { withdrawals: [takenBack('x', '1.2.0')] })]],
    ['1.2.0 < 1.1.0', reverts],
  );
  expect(freshIn(answer(releases, '1.0.0', '1.2.0'))).toEqual(['undo', 'other']);
});

test('what was brought again is news only for those who were without it', () => {
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [entry('x', { withdrawals: [takenBack('x', '1.2.0', '1.3.0')] })]],
    ['1.2.0 < 1.1.0'],
    ['1.3.0 < 1.2.0'],
  );
  expect(freshIn(answer(releases, '1.0.0', '1.3.0'))).toEqual(['x']);
  expect(freshIn(answer(releases, '1.1.0', '1.3.0'))).toEqual([]);
  expect(freshIn(answer(releases, '1.2.0', '1.3.0'))).toEqual(['x']);
});

test('a change that both lines took back is gone for who asks on either, also by a prerelease', () => {
  const withdrawals = [
    takenBack('x', '1.9.2'),
    takenBack('x', '1.10.0-RC2', '1.11.0'),
    takenBack('x', '1.10.0', '1.11.0'),
  ];
  const releases = history(
    ['1.8.0'],
    ['1.9.0 < 1.8.0', [entry('x', { withdrawals })]],
    ['1.9.2 < 1.9.0'],
    ['1.10.0-RC1 < 1.9.0'],
    ['1.10.0-RC2 < 1.10.0-RC1'],
    ['1.10.0 < 1.10.0-RC2'],
    ['1.11.0 < 1.10.0'],
  );
  for (const to of ['1.9.2', '1.10.0-RC2', '1.10.0'])
    expect([to, idsIn(answer(releases, '1.9.0', to).takenBack)]).toEqual([to, ['x']]);
  for (const [from, to] of [
    ['1.10.0', '1.11.0'],
    ['1.9.2', '1.11.0'],
    ['1.8.0', '1.10.0-RC1'],
  ] as const)
    expect([from, to, freshIn(answer(releases, from, to))]).toEqual([from, to, ['x']]);
  expect(freshIn(answer(releases, '1.8.0', '1.10.0'))).toEqual([]);
  expect(idsIn(answer(releases, '1.9.2', '1.10.0').lost)).toEqual([]);
});

test('a change that a hotfix branch took back is still in the main line', () => {
  const releases = history(
    ['1.8.0'],
    ['1.8.1 < 1.8.0', [entry('x', { alsoIn: ['1.9.0'], withdrawals: [takenBack('x', '1.8.2')] })]],
    ['1.8.2 < 1.8.1'],
    ['1.9.0 < 1.8.0', [entry('x', { alsoIn: ['1.8.1'] })]],
    ['1.10.0 < 1.9.0, 1.8.1'],
  );
  expect(freshIn(answer(releases, '1.8.2', '1.9.0'))).toEqual(['x']);
  expect(freshIn(answer(releases, '1.8.2', '1.10.0'))).toEqual(['x']);
  expect(freshIn(answer(releases, '1.8.1', '1.9.0'))).toEqual([]);
});

test('a change that two lines took back is in neither', () => {
  const fates = ['1.9.1', '1.10.0'].map((version) => takenBack('x', version));
  const releases = history(
    ['1.8.0'],
    ['1.9.0 < 1.8.0', [entry('x', { withdrawals: fates })]],
    ['1.9.1 < 1.9.0'],
    ['1.10.0 < 1.9.0'],
  );
  for (const to of ['1.9.1', '1.10.0']) expect(freshIn(answer(releases, '1.8.0', to))).toEqual([]);
});

test('a final release speaks for its prereleases', () => {
  const releases = history(
    ['1.0.0'],
    [
      '1.1.0-RC1 < 1.0.0',
      [entry('a'), entry('x', { withdrawals: [takenBack('x', '1.1.0-RC2')] }), entry('')],
    ],
    ['1.1.0-RC2 < 1.1.0-RC1', [entry('b')]],
    ['1.1.0 < 1.1.0-RC2', [entry('a'), entry('b'), entry('c')], { folds: ['1.1.0-RC1', '1.1.0-RC2'] }],
    ['1.1.1 < 1.1.0', [entry('d')]],
  );
  const whole = answer(releases, '1.0.0', '1.1.0');
  expect([freshIn(whole), whole.cameAndWent]).toEqual([['a', 'b', 'c'], []]);
  expect(
    new Set(Object.values(whole.groups).flatMap((group) => group.map(({ version }) => version))),
  ).toEqual(new Set(['1.1.0']));
  expect(freshIn(answer(releases, '1.1.0-RC2', '1.1.1'))).toEqual(['d', 'c']);
  expect(freshIn(answer(releases, '1.0.0', '1.1.0-RC2'))).toEqual(['b', 'a', '']);
  expect(idsIn(answer(releases, '1.1.0-RC1', '1.1.0').takenBack)).toEqual(['x']);
});

test('a bullet of several changes is told while one of them is news', () => {
  const releases = history(
    ['1.0.0'],
    ['1.0.1 < 1.0.0', [entry('a', { alsoIn: ['1.1.0'] })]],
    ['1.1.0 < 1.0.0', [entry('a b', { alsoIn: ['1.0.1'], alsoInById: { a: ['1.0.1'], b: [] } })]],
    ['1.1.1 < 1.1.0', [entry('b')]],
  );
  expect(freshIn(answer(releases, '1.0.1', '1.1.0'))).toEqual(['a b']);
  expect(freshIn(answer(releases, '1.0.0', '1.1.1'))).toEqual(['b', 'a b']);
});

test('what has no id counts with its release, and is never a loss', () => {
  const releases = history(
    ['1.0.0', [entry('')]],
    ['1.0.1 < 1.0.0', [entry('')]],
    ['1.1.0 < 1.0.0', [entry('', { section: 'added' })]],
  );
  const { groups, lost } = answer(releases, '1.0.1', '1.1.0');
  expect([groups.added.length, groups.fixed.length, lost]).toEqual([1, 0, []]);
});

test('what asks for something to be done wins over telling the same elsewhere', () => {
  const action = { section: 'action', heading: 'Action required' } as const;
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [entry('a', { ...action, alsoIn: ['1.2.0'] })]],
    [
      '1.2.0 < 1.1.0',
      [entry('a'), entry('b', { section: 'highlights' }), entry('b'), entry('c', { section: 'highlights' })],
    ],
    ['1.3.0 < 1.2.0', [entry('d', action), entry('', { section: 'highlights' })]],
  );
  const { groups } = answer(releases, '1.0.0', '1.3.0');
  expect([idsIn(groups.action), idsIn(groups.fixed), idsIn(groups.other)]).toEqual([
    ['a', 'd'],
    ['b'],
    ['c'],
  ]);
});

test('each entry is in one group', () => {
  const releases = history(
    ['1.0.0'],
    [
      '1.1.0 < 1.0.0',
      [
        entry('br', { section: 'changed', breaking: true }),
        entry('se', { section: 'security' }),
        entry('own', { section: null, heading: 'From the lab' }),
        entry('dep', { section: 'dependencies', dependencies: [{ name: 'a', from: '1', to: '2' }] }),
        entry('bump', { section: 'dependencies' }),
        entry('ma', { section: 'maintenance' }),
      ],
    ],
  );
  const { groups, dependencies } = answer(releases, '1.0.0', '1.1.0');
  const filled = Object.entries(groups).flatMap(([group, entries]) =>
    idsIn(entries).map((id) => `${group} ${id}`),
  );
  expect(filled).toEqual(['breaking br', 'security se', 'other own', 'other bump', 'maintenance ma']);
  expect(dependencies).toEqual([{ name: 'a', from: '1', to: '2', by: [] }]);
});

test('dependencies are told net over all steps, from what the source really has', () => {
  const move = (id: string, name: string, from: string, to: string) =>
    entry(id, { section: 'dependencies', dependencies: [{ name, from, to }] });
  const releases = history(
    ['1.0.0'],
    ['1.0.1 < 1.0.0', [move('h', 'parser', '1.0', '1.0.5'), move('k', 'only-here', '3', '4')]],
    ['1.1.0 < 1.0.0', [move('a', 'parser', '1.0', '1.1'), move('b', 'there-and-back', '5', '6')]],
    ['1.2.0 < 1.1.0', [move('c', 'parser', '1.1', '1.2'), move('d', 'there-and-back', '6', '5')]],
  );
  expect(answer(releases, '1.0.0', '1.2.0').dependencies).toEqual([
    { name: 'parser', from: '1.0', to: '1.2', by: ['1.1'] },
  ]);
  expect(answer(releases, '1.0.1', '1.2.0').dependencies).toEqual([
    { name: 'only-here', from: '4', to: '3', by: [] },
    { name: 'parser', from: '1.0.5', to: '1.2', by: ['1.1'] },
  ]);
});

test('features and what a release works with are as far as its own history says last', () => {
  const releases = history(
    ['1.0.0', [], { features: { online: 'alpha' }, compatibility: { kubernetes: '1.30', helm: '3' } }],
    ['1.1.0 < 1.0.0', [], { features: { online: 'stable' }, compatibility: { kubernetes: '1.31' } }],
    ['1.0.1 < 1.0.0', [], { features: { online: 'beta' } }],
    ['1.2.0 < 1.1.0, 1.0.1', [], { features: { quick: 'beta' } }],
  );
  const { features, compatibility } = answer(releases, '1.0.0', '1.2.0');
  expect(features).toEqual([
    { term: 'online', from: 'alpha', to: 'stable' },
    { term: 'quick', from: null, to: 'beta' },
  ]);
  expect(compatibility).toEqual([{ term: 'kubernetes', from: '1.30', to: '1.31' }]);
  expect(answer(releases, '1.1.0', '1.2.0').features).toEqual([{ term: 'quick', from: null, to: 'beta' }]);
});

test('known issues are those of the target that the source does not have', () => {
  const known = [
    issue('open', '1.1.0'),
    issue('older', '1.0.0'),
    issue('fixed', '1.1.0', { fixedIn: ['1.2.0'] }),
    issue('mended', '1.1.0', { fixedBy: 'fix' }),
    issue('unrecorded', '0.1.0'),
  ];
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [], { known }],
    ['1.2.0 < 1.1.0', [entry('fix')]],
    ['1.0.1 < 1.0.0', [], { known: [issue('branch', '1.0.0', { fixedIn: ['1.0.1'] })] }],
  );
  const ids = (from: string, to: string) => answer(releases, from, to).issues.map(({ issue }) => issue.id);
  expect(ids('1.0.0', '1.1.0')).toEqual(['open', 'fixed', 'mended', 'unrecorded']);
  expect(ids('1.0.0', '1.2.0')).toEqual(['open', 'unrecorded']);
  expect(ids('1.0.1', '1.2.0')).toEqual(['open', 'unrecorded', 'branch']);
});

test('prose of what is to be done comes in its order, under the headings of the sections', () => {
  const prose = (html: string) => ({
    prose: (['upgrade', 'action', 'added'] as const).map((section) => ({
      heading: headingOf(section),
      html,
    })),
  });
  const releases = history(
    ['1.0.0', [], prose('0')],
    ['1.1.0-RC1 < 1.0.0', [], prose('rc')],
    ['1.1.0 < 1.1.0-RC1', [], { ...prose('1'), folds: ['1.1.0-RC1'] }],
    ['1.2.0 < 1.1.0', [], prose('2')],
  );
  const told = answer(releases, '1.0.0', '1.2.0').prose;
  expect(told.map(({ version, group }) => `${version} ${group}`)).toEqual([
    ...['1.1.0 upgrade', '1.1.0 action', '1.2.0 upgrade', '1.2.0 action'],
  ]);
});

test('a change that one line took back and another one kept is in what grew from both', () => {
  const releases = history(
    ['1.8.0'],
    ['1.8.1 < 1.8.0', [entry('x', { alsoIn: ['1.9.0'], withdrawals: [takenBack('x', '1.8.2')] })]],
    ['1.8.2 < 1.8.1'],
    ['1.9.0 < 1.8.0', [entry('x', { alsoIn: ['1.8.1'] })]],
    ['1.10.0 < 1.9.0, 1.8.2', [entry('new')]],
  );
  const { takenBack: gone, lost, groups } = answer(releases, '1.9.0', '1.10.0');
  expect([gone, lost, idsIn(groups.fixed)]).toEqual([[], [], ['new']]);
});

test('a change that two lines took back is back only where both brought it again', () => {
  const fates = [takenBack('x', '1.1.1', '1.1.2'), takenBack('x', '1.2.0')];
  const releases = history(
    ['1.0.0'],
    ['1.1.0 < 1.0.0', [entry('x', { withdrawals: fates })]],
    ['1.1.1 < 1.1.0'],
    ['1.2.0 < 1.1.0'],
    ['1.1.2 < 1.1.1'],
    ['1.3.0 < 1.2.0, 1.1.2'],
  );
  expect(freshIn(answer(releases, '1.0.0', '1.1.2'))).toEqual(['x']);
  expect(freshIn(answer(releases, '1.0.0', '1.3.0'))).toEqual([]);
});

test('what came and went before the source is not counted', () => {
  const brought = ['x', 'y'].map((id, at) => entry(id, { withdrawals: [takenBack(id, `1.${at + 1}.0`)] }));
  const releases = history(['1.0.0', brought], ['1.1.0 < 1.0.0'], ['1.2.0 < 1.1.0']);
  const { cameAndWent, takenBack: gone } = answer(releases, '1.1.0', '1.2.0');
  expect([idsIn(cameAndWent), idsIn(gone)]).toEqual([[], ['y']]);
});

test('the last word of a feature follows history where numbers began anew', () => {
  const releases = history(
    ['9.0.0', [], { features: { online: 'alpha' } }],
    ['1.0.0 < 9.0.0', [], { features: { online: 'beta' } }],
    ['9.0.1 < 9.0.0'],
    ['1.1.0 < 1.0.0, 9.0.1'],
  );
  expect(answer(releases, '9.0.0', '1.1.0').features).toEqual([
    { term: 'online', from: 'alpha', to: 'beta' },
  ]);
});
