import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idMark, parseNoteBody } from '../../src/markdown/note-body.ts';
import { idsNamed } from './dossier-changes.ts';
import { type Ancestry, firstHolders } from './first-holders.ts';
import { importedPast } from './imported-past.ts';
import { assumedLineage } from './lineage.ts';
import { linkBullets } from './link-bullets.ts';
import { linkedToOffered } from './linked-to-offered.ts';
import { changesNamed } from './named-changes.ts';
import { spelling } from './spelling.ts';

describe('what an entry names', () => {
  const OWN = ['lamps/core'];
  test.each([
    ['Dim (#12)', [12], []],
    [
      'Dim ([#12](https://example.org/lamps/core/pull/12), closes [#7](https://example.org/lamps/core/issues/7))',
      [12, 7],
      [],
    ],
    ['by @jo in https://example.org/lamps/core/pull/12', [12], []],
    ['([abc1234](https://example.org/lamps/core/commit/abc1234def))', [], ['abc1234', 'abc1234def']],
    ['`abc1234` and 1234567', [], ['abc1234']],
    ['see [#12](https://example.org/other/tool/pull/12)', [], []],
    ['other/tool#12, &#12; x#12', [], []],
    ['colour #123abc, file-abc1234.txt', [], []],
  ])('%s', (words, numbers, commits) => expect(changesNamed(words, OWN)).toEqual({ numbers, commits }));

  test('without a repository of its own every link counts', () => {
    expect(changesNamed('[#12](https://example.org/other/tool/pull/12)', []).numbers).toEqual([12]);
  });

  test('changes are found by number and by the beginning of a commit', () => {
    const changes = [
      { id: 'core-12', pullRequest: 12, commit: 'abc1234def' },
      { id: 'core-13', pullRequest: 13, commit: 'fff' },
    ];
    expect(idsNamed('(#13) (abc1234)', changes, [])).toEqual(['core-12', 'core-13']);
    expect(idsNamed('#12 and #12', changes, [])).toEqual(['core-12']);
    expect(idsNamed('#99', changes, [])).toEqual([]);
  });
});

describe('linking', () => {
  const idsOf = (words: string): string[] =>
    [...words.matchAll(/#(\d+)/g)].map(([, number]) => `core-${number}`);

  test('the id goes behind the first paragraph, an id stands once, and what has one keeps it', () => {
    const body =
      '## Fixed\n\n- One (#1)\n\n  ```\n  code\n  ```\n- Again #1\n- Two #2 {#core-9}\n- Three #3 #4\n';
    const { body: linked, ids } = linkBullets(body, idsOf);
    expect(ids).toEqual(['core-1', 'core-3', 'core-4']);
    expect(linked).toBe(
      '## Fixed\n\n- One (#1) {#core-1}\n\n  ```\n  code\n  ```\n- Again #1\n- Two #2 {#core-9}\n- Three #3 #4 {#core-3 #core-4}\n',
    );
  });

  test('only marks are added, and a second time nothing', () => {
    const bullet = fc.record({ words: fc.stringMatching(/^[a-z ]{1,20}[a-z]$/), number: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(bullet, { minLength: 1, maxLength: 8 }), (bullets) => {
        const body = `## Added\n\n${bullets.map(({ words, number }) => `- ${words} #${number}`).join('\n')}\n`;
        const linked = linkBullets(body, idsOf);
        expect(linked.ids.reduce((text, id) => text.replace(` ${idMark([id])}`, ''), linked.body)).toBe(body);
        expect(linkBullets(linked.body, idsOf).ids).toEqual([]);
        const stand = parseNoteBody(linked.body).sections.flatMap((section) =>
          section.bullets.flatMap(({ ids }) => ids),
        );
        expect(stand).toEqual(linked.ids);
      }),
    );
  });

  test('a harvest finds its changes by number and by any commit', () => {
    const entry = { id: 'core-12', module: 'core', pullRequest: 12, kind: 'feat' };
    const other = { id: 'core-abcdef012345', module: 'core', pullRequest: null, kind: 'fix' };
    const offered = [{ entry }, { entry: other, commits: [`abcdef012345${'0'.repeat(28)}`] }];
    expect(linkedToOffered('## Added\n\n- Dim (#12)\n- Mend (abcdef0)\n- More\n', offered)).toBe(
      '## Added\n\n- Dim (#12) {#core-12}\n- Mend (abcdef0) {#core-abcdef012345}\n- More\n',
    );
  });
});

describe('what a changelog leaves to its readers', () => {
  const sorted = [
    { version: '1.0.0', date: '2026-01-01T00:00:00+00:00' },
    { version: '1.0.1', date: '2026-03-01T00:00:00+00:00' },
    { version: '1.1.0-rc1', date: '2026-01-20T00:00:00+00:00' },
    { version: '1.1.0', date: '2026-02-01T00:00:00+00:00' },
    { version: '1.1.1', date: '2026-02-01T00:00:00+00:00' },
  ];
  test('a version is told against the highest lower one that was out', () => {
    expect(sorted.map((_, at) => assumedLineage(sorted, at))).toEqual([
      { previous: null },
      { previous: '1.0.0' },
      { previous: '1.0.0' },
      { previous: '1.0.0', descendsFrom: ['1.1.0-rc1'] },
      { previous: '1.1.0' },
    ]);
  });

  test('a release without a past grew from the last imported one that was out by then', () => {
    const own = { version: '1.1.0', date: '2026-02-01T08:00:00+00:00' };
    expect(importedPast(own, sorted.slice(0, 2))).toBe('1.0.0');
    expect(importedPast({ ...own, date: '2026-03-01T00:00:00+00:00' }, sorted.slice(0, 2))).toBe('1.0.1');
    expect(importedPast({ ...own, version: '0.9.0' }, sorted)).toBeNull();
  });

  test('versions are written as the ledger and the tags write them', () => {
    const told = ['1.9.0-rc1', '2.0', '1.2', '1.2.0', '3.0', '3.0.0'];
    const spelt = spelling(['1.9.0-RC1', '2.0.0', '1.2', '1.2.0', '3.0.0'], told);
    expect([...told, '2.0.1'].map(spelt)).toEqual([
      '1.9.0-RC1',
      '2.0.0',
      '1.2',
      '1.2.0',
      '3.0',
      '3.0.0',
      '2.0.1',
    ]);
  });
});

describe('which tags brought a file', () => {
  // c6 ─ c5 ─ c3 ─ c1, and c4 (another line) ─ c2 ─ c1.
  const history: Ancestry[] = [
    { id: 'c6', parents: ['c5'] },
    { id: 'c5', parents: ['c3'] },
    { id: 'c4', parents: ['c2'] },
    { id: 'c3', parents: ['c1'] },
    { id: 'c2', parents: ['c1'] },
    { id: 'c1', parents: [] },
  ];
  const tips = new Map([
    ['1.0.0', 'c1'],
    ['2.0.0', 'c5'],
    ['2.1.0', 'c6'],
    ['1.0.1', 'c4'],
  ]);

  test('those that hold it and grew from no other that does, on each line', () => {
    const wanted = new Map([
      ['first', ['c1']],
      ['main', ['c3']],
      ['both', ['c3', 'c2']],
      ['last', ['c6']],
      ['nowhere', ['c9']],
      ['again', ['c1', 'c6']],
    ]);
    expect(Object.fromEntries(firstHolders(history, tips, wanted))).toEqual({
      first: ['1.0.0'],
      main: ['2.0.0'],
      both: ['2.0.0', '1.0.1'],
      last: ['2.1.0'],
      nowhere: [],
      again: ['1.0.0'],
    });
  });

  test('with more tags than bits in a word', () => {
    const long = Array.from({ length: 100 }, (_, at) => ({
      id: `d${100 - at}`,
      parents: at === 99 ? [] : [`d${99 - at}`],
    }));
    const all = new Map(long.map(({ id }) => [`v${id}`, id]));
    const wanted = new Map(long.map(({ id }) => [id, [id]]));
    for (const [id, tags] of firstHolders(long, all, wanted)) expect(tags).toEqual([`v${id}`]);
  });
});
