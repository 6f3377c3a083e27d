import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './testing/answer.ts';
import { checkConservation } from './testing/check-conservation.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type ImportOptions, importNotes } from './verbs/import.ts';
import { proofread } from './verbs/proofread.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

const CHANGELOG = `# Changelog

## [Unreleased]
- Soon.

## [1.1.0] - 2026-02-01
### Added
- Lamps dim, see [the guide](docs/guide.md) (#2)
- Lamps glow
### Fixed
- No hum ([missing][nowhere])

## [1.0.0] - 2026-01-31
- All of it (#1)
`;

let count = 0;
function freshName(): string {
  count += 1;
  return `import-${count}`;
}

function fresh(): TestLedger {
  return space.ledger(freshName());
}

/** Writes a file beside the ledger, and gives its path. */
function given(ledger: TestLedger, name: string, text: string): string {
  const file = path.join(ledger.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function tryImport(ledger: TestLedger, paths: string[], more: Partial<ImportOptions> = {}): Promise<Answer> {
  return answerOf(
    (out) => importNotes({ content: ledger.content, product: ledger.product, paths, ...more }, out),
    {
      json: true,
    },
  );
}

async function told(ledger: TestLedger, paths: string[], more: Partial<ImportOptions> = {}) {
  const { code, printed, said } = await tryImport(ledger, paths, more);
  if (code !== 0) throw new Error(said);
  return JSON.parse(printed);
}

function lamps(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: light (#1)' });
  repo.tag('v1.0.0', repo.tip(), { date: '2026-01-31T09:00:00Z' });
  repo.commit({ message: 'feat: dim (#2)' });
  repo.commit({ message: 'fix: hum no more (#3)' });
  repo.tag('v1.1.0', repo.tip(), { date: '2026-02-01T09:00:00Z' });
  return repo;
}

describe('an import', () => {
  test('writes a note for each version, says what it left, and a second one changes no byte', async () => {
    const ledger = fresh();
    const file = given(ledger, 'CHANGELOG.md', CHANGELOG);
    const first = await told(ledger, [file]);
    expect(first).toMatchObject({
      product: 'core',
      formats: ['keep-a-changelog'],
      filesWritten: 3,
      versions: [
        { version: '1.1.0', state: 'new', date: '2026-02-01T00:00:00+00:00', entries: 3, linked: 0, line: 6 },
        { version: '1.0.0', state: 'new', entries: 1, file: 'notes/core/1.0.0.md', from: file },
      ],
      unread: [{ line: 1 }, { line: 3, text: '## [Unreleased]' }],
    });
    expect(ledger.note('1.1.0')).toMatchObject({
      imported: { from: 'CHANGELOG.md', format: 'keep-a-changelog', dated: 'text' },
      previous: '1.0.0',
      entries: [],
    });
    const before = ledger.state();
    const second = await told(ledger, [file]);
    expect(second).toMatchObject({ filesWritten: 0, versions: [{ state: 'same' }, { state: 'same' }] });
    expect(ledger.state()).toEqual(before);
  });

  test('a dry run says the same and writes nothing', async () => {
    const ledger = fresh();
    const file = given(ledger, 'CHANGELOG.md', CHANGELOG);
    const dry = await told(ledger, [file], { dryRun: true });
    expect(ledger.state().size).toBe(0);
    const real = await told(ledger, [file]);
    expect(dry).toEqual({ ...real, dryRun: true, filesWritten: 0 });
  });

  test('words from before stop no build: links that lead nowhere are nobody’s task any more', async () => {
    const ledger = fresh();
    await told(ledger, [given(ledger, 'CHANGELOG.md', CHANGELOG)]);
    const answer = await answerOf((out) => proofread({ content: ledger.content, product: 'core' }, out));
    expect(answer).toMatchObject({ code: 0, said: 'No mistake was found in the notes.' });
    ledger.editNote('1.0.0', (text) => text.replace('(#1)', '(#1) {#core-1}'));
    const wrong = await answerOf((out) => proofread({ content: ledger.content, product: 'core' }, out));
    expect(wrong).toMatchObject({ code: 1, printed: expect.stringContaining('{#core-1} is unknown') });
  });

  test('keeps a person’s edits of an imported note, and tells where the text has changed since', async () => {
    const ledger = fresh();
    const file = given(ledger, 'CHANGELOG.md', CHANGELOG);
    await told(ledger, [file]);
    ledger.editNote('1.0.0', (text) => text.replace('All of it', 'All of the lamps'));
    const before = ledger.state();
    given(ledger, 'CHANGELOG.md', CHANGELOG.replace('No hum', 'No hum at all'));
    const { versions } = await told(ledger, [file]);
    expect(versions).toMatchObject([
      { version: '1.1.0', state: 'kept', why: expect.stringContaining('with other words') },
      { version: '1.0.0', state: 'same' },
    ]);
    expect(ledger.state()).toEqual(before);
  });

  test('the first of two texts of a version counts', async () => {
    const ledger = fresh();
    const one = given(ledger, 'A.md', '## 1.0.0 - 2026-01-31\n- One\n\n## 1.0.0 - 2026-02-01\n- Other\n');
    const two = given(ledger, 'B.md', '## v1.0.0 - 2026-01-31\n- Two\n\n## 0.9.0 - 2026-01-01\n- Old\n');
    const { versions, unread } = await told(ledger, [one, two]);
    expect(versions.map(({ version }: { version: string }) => version)).toEqual(['1.0.0', '0.9.0']);
    expect(unread.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual([
      [4, `1.0.0 stands in ${one}:1 already`],
      [1, `1.0.0 stands in ${one}:1 already`],
    ]);
    expect(ledger.noteText('1.0.0')).toContain('- One\n');
  });

  test('a version without a day comes over with its tag’s, and is told without a clone', async () => {
    const ledger = fresh();
    const file = given(
      ledger,
      'NEWS.md',
      '## 1.1\n- New.\n\n## 1.0.0 (2026-01-30)\n- All.\n\n## 0.1\n- Before tags.\n',
    );
    await lamps().write(ledger.repository);
    const { versions, unread } = await told(ledger, [file], { repo: ledger.repository, dryRun: true });
    expect(versions).toMatchObject([
      { version: '1.1.0', date: '2026-02-01T09:00:00+00:00' },
      { version: '1.0.0', date: '2026-01-30T00:00:00+00:00' },
    ]);
    expect(unread).toMatchObject([
      { line: 7, why: expect.stringContaining('no tag of --repo tells it either') },
    ]);
    const alone = await told(ledger, [file]);
    expect(alone.unread[0]).toMatchObject({ line: 1, why: expect.stringContaining('give --repo a clone') });
  });
});

describe('with a harvest', () => {
  test('before it: the harvest links entries, adds no second telling, and accounts for every commit', async () => {
    const ledger = fresh();
    await told(ledger, [given(ledger, 'CHANGELOG.md', CHANGELOG)]);
    await ledger.harvest(lamps());
    await checkConservation(ledger);
    expect(ledger.noteText('1.1.0')).toContain(
      '- Lamps dim, see [the guide](docs/guide.md) (#2) {#core-2}\n- Lamps glow\n',
    );
    expect(ledger.noteText('1.1.0')).not.toContain('Hum no more');
    expect(ledger.note('1.1.0')).toMatchObject({
      date: '2026-02-01T09:00:00+00:00',
      imported: { dated: 'dossier' },
      entries: [{ id: 'core-2' }, { id: 'core-3' }],
    });
    const { commits } = await ledger.conservation('1.1.0');
    expect(commits.map(({ disposition, reason }) => [disposition, reason])).toEqual([
      ['published', ''],
      ['excluded', expect.stringContaining('earlier changelog')],
    ]);
    expect(ledger.release('1.1.0').events ?? []).toEqual([]);
    const before = ledger.state();
    await ledger.harvest();
    await told(ledger, [path.join(ledger.folder, 'CHANGELOG.md')]);
    expect(ledger.state()).toEqual(before);
  });

  test('after it: a harvested note keeps every byte, and the import says how much of the text it tells', async () => {
    const ledger = await space.harvested(freshName(), lamps());
    const before = ledger.state();
    const { versions } = await told(ledger, [given(ledger, 'CHANGELOG.md', CHANGELOG)]);
    expect(versions).toMatchObject([
      {
        state: 'kept',
        linked: 1,
        entries: 3,
        why: 'it has a note already, which tells of 1 of 3 entries',
      },
      { state: 'kept', linked: 1, entries: 1 },
    ]);
    expect(ledger.state()).toEqual(before);
  });

  test('older versions are the past of what was harvested first, and stay so', async () => {
    const ledger = await space.harvested(freshName(), lamps());
    const file = given(ledger, 'OLD.md', '## 0.9.0 (2025-12-31)\n- Wick.\n\n## 0.8.0 (2025-12-01)\n- Wax.\n');
    const body = ledger.noteText('1.0.0').split('---\n').at(-1);
    const { joined } = await told(ledger, [file]);
    expect(joined).toEqual([{ version: '1.0.0', to: '0.9.0' }]);
    expect(ledger.note('1.0.0')).toMatchObject({ previous: null, descendsFrom: ['0.9.0'] });
    expect(ledger.note('1.1.0').descendsFrom).toBeUndefined();
    expect(ledger.noteText('1.0.0').split('---\n').at(-1)).toBe(body);
    const before = ledger.state();
    expect(await told(ledger, [file])).toMatchObject({ joined: [], filesWritten: 0 });
    await ledger.harvest();
    expect(ledger.state()).toEqual(before);
  });

  test('where a harvested note was taken away, the dossier links and dates', async () => {
    const ledger = await space.harvested(freshName(), lamps());
    rmSync(ledger.noteFile('1.1.0'));
    const { versions } = await told(ledger, [given(ledger, 'CHANGELOG.md', CHANGELOG)]);
    expect(versions[0]).toMatchObject({
      version: '1.1.0',
      state: 'new',
      linked: 1,
      date: '2026-02-01T09:00:00+00:00',
    });
    expect(ledger.note('1.1.0')).toMatchObject({
      imported: { dated: 'dossier' },
      entries: [{ id: 'core-2', pullRequest: 2, kind: 'feat', module: 'core' }],
    });
  });
});

describe('by the tags of a clone', () => {
  test('reno’s notes are of the version that brought their file, as it is today', async () => {
    const ledger = fresh();
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'one', files: { 'releasenotes/notes/a-1.yaml': 'fixes:\n  - old words\n' } });
    repo.tag('1.0.0.0rc1', repo.tip(), { date: '2026-01-01T09:00:00Z' });
    repo.commit({ message: 'two', files: { 'releasenotes/notes/b-2.yaml': 'features:\n  - New.\n' } });
    repo.tag('1.0.0', repo.tip(), { date: '2026-01-02T09:00:00Z' });
    await repo.write(ledger.repository);
    given(ledger, 'releasenotes/notes/a-1.yaml', 'fixes:\n  - Mended.\n');
    given(ledger, 'releasenotes/notes/b-2.yaml', 'features:\n  - New.\n');
    given(ledger, 'releasenotes/notes/c-3.yaml', 'features:\n  - Not out.\n');
    const notes = path.join(ledger.folder, 'releasenotes/notes');
    const { formats, versions, unread } = await told(ledger, [notes], { repo: ledger.repository });
    expect(formats).toEqual(['reno']);
    expect(versions).toMatchObject([{ version: '1.0.0', entries: 2, date: '2026-01-02T09:00:00+00:00' }]);
    expect(ledger.noteText('1.0.0')).toContain('## Added\n\n- New.\n\n## Fixed\n\n- Mended.\n');
    expect(unread).toMatchObject([{ text: 'Not out.', why: expect.stringContaining('not released') }]);
    const without = await told(ledger, [notes]).catch(String);
    expect(without).toContain('no version was found');
  });

  test('fragments that a release took away are not those of today by the same name', async () => {
    const ledger = fresh();
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'one', files: { 'newsfragments/1.feature.rst': 'Old' } });
    repo.commit({ message: 'release', files: { 'newsfragments/1.feature.rst': null } });
    repo.tag('v1.0.0');
    await repo.write(ledger.repository);
    given(ledger, 'newsfragments/1.feature.rst', 'New');
    const { versions, unread } = await told(ledger, [path.join(ledger.folder, 'newsfragments')], {
      repo: ledger.repository,
    });
    expect(versions).toEqual([]);
    expect(unread).toMatchObject([{ why: expect.stringContaining('not released') }]);
  });
});

describe('refuses', () => {
  test.each([
    ['a file that is not there', 'gone.md', null, 'there is no such file'],
    ['a file without a version', 'C.md', '# Hello\n\nWords.\n', 'no version was found'],
    ['JSON that is cut off', 'r.json', '[{"tag_name": "v1"', 'it is cut off'],
    ['an empty folder of nothing', 'folder/x.png', '', 'no version was found'],
  ])('%s, and writes nothing', async (_, name, text, says) => {
    const ledger = fresh();
    const file = text === null ? path.join(ledger.folder, name) : given(ledger, name, text);
    const { code, said } = await tryImport(ledger, [name.includes('/') ? path.dirname(file) : file]);
    expect([code, said]).toEqual([2, expect.stringContaining(says.slice(0, 12))]);
    expect(ledger.state().size).toBe(0);
  });

  test('all where one is wrong', async () => {
    const ledger = fresh();
    const { code } = await tryImport(ledger, [
      given(ledger, 'C.md', CHANGELOG),
      path.join(ledger.folder, 'gone.md'),
    ]);
    expect(code).toBe(2);
    expect(ledger.state().size).toBe(0);
  });

  test('bytes that are no text', async () => {
    const ledger = fresh();
    const file = path.join(ledger.folder, 'C.md');
    writeFileSync(file, Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    expect((await tryImport(ledger, [file])).said).toContain('no UTF-8 text');
  });
});

test('the command says what it did, with numbers', async () => {
  const ledger = fresh();
  const file = given(ledger, 'CHANGELOG.md', CHANGELOG);
  const { code, printed, said } = await ledger.command(['import', '--product', 'core', file]);
  expect([code, printed]).toEqual([0, '']);
  expect(said).toContain('core: 2 versions imported with 4 entries, 0 of them linked to harvested changes.');
  expect(said).toContain(`${file}:3: it is not released`);
  expect(said).toContain('Wrote products/core.md');
});
