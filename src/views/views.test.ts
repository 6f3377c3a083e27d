import { describe, expect, test } from 'vitest';
import { parseNoteBody } from '../markdown/note-body.ts';
import { type NoteInput, NoteSchema } from '../records/note.ts';
import { ProductSchema } from '../records/product.ts';
import { neighboursOf } from './neighbours.ts';
import { furtherParts, partsOf, placedSections } from './parts.ts';
import { latestOf, type NoteSource, type ProductSource, releaseView } from './release-view.ts';
import { timelinePages, versionView } from './timeline-view.ts';

function note(version: string, body = '', more: Partial<NoteInput> = {}): NoteSource {
  const input: NoteInput = {
    schema: 1,
    product: 'core',
    version,
    date: '2026-02-03T10:30:00+00:00',
    prerelease: /[a-z]/i.test(version),
    previous: null,
    entries: [],
    ...more,
  };
  return { note: NoteSchema.parse(input), body: parseNoteBody(body) };
}

function source(...notes: NoteSource[]): ProductSource {
  const modules = [
    { id: 'core', name: 'Core', repository: 'https://git.example/core/' },
    { id: 'ui', name: 'Interface' },
  ];
  return { id: 'core', product: ProductSchema.parse({ schema: 1, name: 'Core', modules }), notes };
}

function view(body: string, more: Partial<NoteInput> = {}) {
  const release = note('1.2.0', body, more);
  return releaseView(release, source(release, note('1.1.0')));
}

describe('a release', () => {
  test('is read by urgency, and a person’s own headings stay where they stand', () => {
    const { sections } = view(
      '## Highlights\n\nwords\n\n## Fixed\n\n- b {#core-2}\n\n## Thanks\n\n- all\n\n## Action required\n\n- a {#core-1}\n',
    );
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Action required',
      'Highlights',
      'Fixed',
      'Thanks',
    ]);
  });

  test('joins a section that stands twice and leaves out empty ones', () => {
    const { sections } = view('## Fixed\n\n- a {#core-1}\n\n## Added\n\n## fixed\n\n- b {#core-2}\n');
    expect(sections.map(({ id, entries }) => [id, entries.length])).toEqual([['fixed', 2]]);
  });

  test('links pull requests only where everybody may read them', () => {
    const entries = [
      { id: 'core-7', module: 'core', pullRequest: 7, kind: 'fix' },
      { id: 'ui-8', module: 'ui', pullRequest: 8, kind: 'fix' },
    ];
    const { sections } = view('## Fixed\n\n- both {#core-7 #ui-8}\n', { entries });
    expect(sections[0]?.entries[0]).toMatchObject({
      anchor: 'core-7',
      moreAnchors: ['ui-8'],
      modules: ['Core', 'Interface'],
      pullRequests: [
        { label: '#7', href: 'https://git.example/core/pull/7' },
        { label: '#8', href: null },
      ],
    });
  });

  test('says what was taken back, and where it came again', () => {
    const entry = {
      id: 'core-7',
      module: 'core',
      pullRequest: 7,
      kind: 'feat',
      withdrawnIn: '1.3.0',
      restoredIn: '1.1.0',
    };
    const { sections } = view('## Added\n\n- x _(withdrawn in 1.3.0)_ {#core-7}\n', { entries: [entry] });
    expect(sections[0]?.entries[0]).toMatchObject({
      html: 'x',
      withdrawals: [
        {
          only: null,
          in: { version: '1.3.0', href: null },
          restoredIn: { version: '1.1.0', href: '/core/1.1.0/' },
        },
      ],
    });
  });

  test('says which other lines took a change back, but not which prereleases', () => {
    const entry = { id: 'core-7', module: 'core', pullRequest: 7, kind: 'feat', withdrawnIn: '1.3.0' };
    const moreWithdrawals = [
      { in: '1.4.0-rc.1', restoredIn: '1.5.0-rc.1' },
      { in: '1.4.0', restoredIn: '1.5.0-rc.1' },
      { in: '1.4.0', restoredIn: '1.5.0' },
      { in: '1.6.0', restoredIn: '1.7.0-rc.1' },
      { in: '1.3.0', restoredIn: '1.3.1-rc.1' },
    ];
    const { sections } = view('## Added\n\n- x {#core-7}\n', { entries: [{ ...entry, moreWithdrawals }] });
    const told = sections[0]?.entries[0]?.withdrawals ?? [];
    expect(told.map((one) => [one.only, one.in.version, one.restoredIn?.version])).toEqual([
      [null, '1.3.0', undefined],
      [null, '1.4.0', '1.5.0'],
      [null, '1.6.0', undefined],
    ]);
  });

  test('makes an anchor of each id once, and of none that a person made up', () => {
    const entry = { id: 'core-7', module: 'core', pullRequest: 7, kind: 'feat' };
    const { sections } = view('## Added\n\n- x {#core-7}\n- y {#core-7}\n- z {#content}\n', {
      entries: [entry],
    });
    expect(sections[0]?.entries.map(({ anchor }) => anchor)).toEqual(['core-7', null, null]);
  });

  test('shows no entry that a person took out', () => {
    const { sections } = view('nothing', {
      entries: [{ id: 'core-7', module: 'core', pullRequest: 7, kind: 'feat' }],
    });
    expect(sections).toEqual([]);
  });
});

describe('contributors', () => {
  const contributors = [{ login: 'asha', first: true as const }, { login: 'bo' }];
  const release = note('1.2.0', '', { contributors });

  function named(product: Partial<ProductSource['product']>, from = release) {
    const before = source(from);
    return releaseView(from, { ...before, product: { ...before.product, ...product } }).contributors;
  }

  test('are named only where the product lets them be', () => {
    expect(named({})).toBeNull();
    expect(named({ contributors: true }, note('1.2.0'))).toBeNull();
    expect(named({ contributors: true })?.people).toEqual([
      { login: 'asha', href: 'https://git.example/asha', first: true },
      { login: 'bo', href: 'https://git.example/bo', first: false },
    ]);
  });

  test('are no links where no repository is public', () => {
    const modules = [{ id: 'core', name: 'Core' }];
    expect(named({ contributors: true, modules })?.people[0]?.href).toBeNull();
  });

  test('become one text where they are a crowd', () => {
    const crowd = Array.from({ length: 90 }, (_, index) => ({
      login: `person-${index}`,
      ...(index === 0 && { first: true as const }),
    }));
    expect(named({ contributors: true }, note('1.2.0', '', { contributors: crowd }))).toMatchObject({
      people: [],
      crowd: { first: 'person-0', summary: '90 contributors, 1 of them for the first time' },
    });
  });
});

describe('a long release', () => {
  const bullets = Array.from({ length: 600 }, (_, index) => `- change ${index} {#core-${index + 1}}`).join(
    '\n',
  );
  const release = note('1.2.0', `## Added\n\n${bullets}\n\n## Fixed\n\n- last {#core-900}\n`);

  test('is cut into parts that lose nothing', () => {
    const parts = partsOf(releaseView(release, source(release)).sections);
    expect(parts.map((part) => part.flatMap((section) => section.entries).length)).toEqual([250, 250, 101]);
    expect(placedSections(parts)).toMatchObject([
      { id: 'added', count: 600, part: 1 },
      { id: 'fixed', count: 1, part: 3 },
    ]);
    expect(furtherParts(release, source(release))).toEqual([2, 3]);
  });

  test('needs no parts where it is short', () => {
    expect(furtherParts(note('1.0.0', '## Added\n\n- a'), source())).toEqual([]);
  });
});

test('the latest release is final and not withdrawn', () => {
  const notes = [note('2.0.0-RC1'), note('1.9.1', '', { withdrawn: { reason: 'broken' } }), note('1.9.0')];
  expect(latestOf(notes)?.note.version).toBe('1.9.0');
});

describe('a timeline', () => {
  const at = (year: string) => ({ date: `${year}-02-03T10:30:00+00:00` });

  test('puts patches and prereleases under the year in which their minor came out', () => {
    const notes = [
      note('1.1.0', '', at('2026')),
      note('1.0.1', '', at('2026')),
      note('1.0.0', '', at('2025')),
      note('1.0.0-RC1', '', at('2025')),
    ];
    const { newest: years } = timelinePages('core', notes);
    expect(years.map(({ year, minors }) => [year, minors.map(({ minor }) => minor)])).toEqual([
      ['2026', ['1.1']],
      ['2025', ['1.0']],
    ]);
    expect(years[1]?.minors[0]).toMatchObject({
      first: { version: '1.0.0' },
      patches: [{ version: '1.0.1' }],
      prereleases: [{ version: '1.0.0-RC1' }],
    });
  });

  test('goes on on further pages and loses no version', () => {
    const notes = Array.from({ length: 450 }, (_, index) => note(`1.0.${449 - index}`));
    const { newest, numbered } = timelinePages('core', notes);
    const minors = [newest, ...numbered].flat().flatMap((year) => year.minors);
    expect(numbered.length).toBe(3);
    expect(
      minors.reduce((count, { first, patches }) => count + patches.length + (first === null ? 0 : 1), 0),
    ).toBe(450);
  });
});

test('neighbours leave prereleases out, unless one is read', () => {
  const versions = [note('1.1.0'), note('1.1.0-RC1'), note('1.0.0')].map((one) => versionView('core', one));
  expect(neighboursOf(versions, 2).newer?.version).toBe('1.1.0');
  expect(neighboursOf(versions, 1)).toMatchObject({
    newer: { version: '1.1.0' },
    older: { version: '1.0.0' },
  });
});
