import { expect, test } from 'vitest';
import type { ReleasesDocument } from '../../api/documents.ts';
import { lineageOf, lineageReleases } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import { entry, history, issue, planOf, takenBack } from '../../notes/upgrade/testing/releases.ts';
import { answerView } from './answer.ts';
import { answerMarkdown } from './answer-markdown.ts';
import type { AnswerView } from './answer-view.ts';

function viewOf(releases: readonly PublicRelease[], from: string, to: string): AnswerView {
  const lineage = lineageOf(lineageReleases(releases));
  const product: ReleasesDocument = {
    ...{
      $schema: '',
      product: 'core',
      name: 'Core',
      latest: null,
      features: [{ id: 'night', name: 'Night' }],
    },
    ...{ compatibility: [], releases: [...lineage.releases] },
    modules: [
      { id: 'core', name: 'Core' },
      { id: 'web', name: 'Web' },
    ],
  };
  return answerView(planOf(releases, from, to), lineage, releases, product);
}

function sectionOf(view: AnswerView, id: string): AnswerView['sections'][number] | undefined {
  return view.sections.find((section) => section.id === id);
}

const RELEASES = history(
  ['1.0.0'],
  ['1.0.1 < 1.0.0', [entry('lost')]],
  [
    '1.1.0 < 1.0.0',
    [
      entry('act', { section: 'action', breaking: true, markdown: 'Do this:\n\n```\nrun | it\n```' }),
      entry('low', { section: 'security', security: { ids: [], severity: 'low', since: null } }),
      entry('none', { section: 'security', security: { ids: [], severity: null, since: null } }),
      entry('crit', { section: 'security', security: { ids: [], severity: 'critical', since: null } }),
      entry('dep', { section: 'deprecated', removalIn: '2.0.0' }),
      entry('two half', { section: 'added', maturity: 'beta', withdrawals: [takenBack('half', '1.2.0')] }),
      entry('move', { section: 'dependencies', dependencies: [{ name: 'a|b', from: '1', to: '2' }] }),
    ],
    {
      known: [issue('bad', '1.1.0', { module: 'web', workaroundHtml: '<p>Wait.</p>' })],
      features: { night: 'beta' },
      prose: [{ heading: 'Action required', html: '<p>First.</p>' }],
    },
  ],
  ['1.2.0 < 1.1.0', [], { withdrawn: { reason: 'It sinks.', use: '1.3.0', at: null } }],
  ['1.3.0 < 1.2.0'],
);

test('what is urgent comes first, the worst of it before the rest', () => {
  const view = viewOf(RELEASES, '1.0.1', '1.2.0');
  expect(view.sections.map(({ id, count }) => `${id} ${count}`)).toEqual([
    ...[
      'lost 1',
      'action 2',
      'security 3',
      'deprecated 1',
      'issues 1',
      'features 1',
      'added 1',
      'dependencies 1',
    ],
  ]);
  expect(sectionOf(view, 'security')?.lines.map(({ key }) => key)).toEqual(['crit', 'low', 'none']);
  expect(sectionOf(view, 'deprecated')?.lines[0]?.notes).toEqual(['to be removed in 2.0.0']);
  expect(sectionOf(view, 'added')?.lines[0]?.notes).toEqual(['A part of this was taken back in 1.2.0.']);
  expect(sectionOf(view, 'features')?.table?.rows).toEqual([['Night', 'not said', 'Beta']]);
  expect(sectionOf(view, 'issues')?.lines[0]).toMatchObject({
    modules: ['Web'],
    workaroundHtml: '<p>Wait.</p>',
  });
});

test('notices are loud for withdrawn ends and say what to use', () => {
  const told = (from: string, to: string) => viewOf(RELEASES, from, to).notices;
  expect(told('1.0.1', '1.2.0')).toEqual([
    {
      kind: 'danger',
      text: 'Do not upgrade to 1.2.0: it was withdrawn. It sinks.',
      link: { text: 'Use 1.3.0 instead.', href: '?from=1.0.1&to=1.3.0' },
    },
    { kind: 'quiet', text: expect.stringContaining('1.2.0 did not grow from 1.0.1.'), link: null },
  ]);
  expect(told('1.2.0', '1.3.0')).toMatchObject([{ kind: 'danger', link: null }]);
  expect(told('1.1.0', '1.0.0')).toMatchObject([
    { text: expect.stringContaining('told from 1.0.0 to 1.1.0') },
  ]);
});

test('releases without a common history and prereleases are said', () => {
  const apart = history(['1.0.0'], ['2.0.0-RC1', [entry('new')]]);
  expect(viewOf(apart, '1.0.0', '2.0.0-RC1').notices.map(({ text }) => text)).toEqual([
    '2.0.0-RC1 is a prerelease: do not run it in production.',
    '1.0.0 and 2.0.0-RC1 have no release in common: everything in 2.0.0-RC1 counts as new.',
  ]);
});

test('where nothing changes, that is the answer', () => {
  const view = viewOf(RELEASES, '1.2.0', '1.3.0');
  expect([view.sections, view.summary]).toEqual([[], expect.stringContaining('Nothing changes for you')]);
});

test('as Markdown it is a list to tick off, with whole addresses and tables that hold', () => {
  const text = answerMarkdown(
    viewOf(RELEASES, '1.0.0', '1.1.0'),
    'https://notes.example.org/core/upgrade/?x',
  );
  expect(text).toContain('- [ ] [Release notes 1.1.0](https://notes.example.org/core/1.1.0/)\n');
  expect(text).toContain(
    '- [ ] **Breaking** **Core** Do this:\n  \n  ```\n  run | it\n  ```\n\n  ([1.1.0](https://notes.example.org/core/x/#act))',
  );
  expect(text).toContain('| Dependency | In 1.0.0 | In 1.1.0 |\n| --- | --- | --- |\n| a\\|b | 1 | 2 |');
});
