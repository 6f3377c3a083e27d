import { beforeEach, describe, expect, test } from 'vitest';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

let ledger: TestLedger;
let repo: RepositoryBuilder;
let commits: CommitHandle[];
let count = 0;

/** Release 1.1.0 with two added and two fixed entries. */
beforeEach(async () => {
  count += 1;
  repo = new RepositoryBuilder();
  repo.commit({ message: 'Start' });
  repo.tag('v1.0.0');
  commits = [
    repo.commit({ message: 'feat: add cards (#1)' }),
    repo.commit({ message: 'feat: add lists (#2)' }),
    repo.commit({ message: 'fix: mend edges (#3)' }),
    repo.commit({ message: 'fix: mend corners (#4)' }),
  ];
  tagAgain();
  ledger = await space.harvested(`notes-${count}`, repo);
});

/** The release's tag at the newest commit, its date the same. */
function tagAgain(): void {
  repo.tag('v1.1.0', repo.tip(), { date: '2026-02-01T09:00:00Z' });
}

/** A new change that the moved tag brings into 1.1.0. */
async function harvestAnother(message = 'feat: add tables (#5)'): Promise<string> {
  repo.commit({ message });
  tagAgain();
  return (await ledger.harvest(repo)).said;
}

function body(text = ledger.noteText('1.1.0')): string {
  return text.slice(text.indexOf('\n---') + 5);
}

function lines(text: string): string[] {
  return text.split('\n');
}

/** What a harvest added to a text, where it only added whole lines. */
function addedLines(before: string, after: string): string[] {
  const added: string[] = [];
  const old = lines(before);
  for (const line of lines(after)) {
    if (line === old[0]) old.shift();
    else added.push(line);
  }
  expect(old, 'every line that was there is still there').toEqual([]);
  return added;
}

test('a first note has its sections in order, a bullet for each change, and an id behind each', () => {
  expect(body()).toBe(`
## Added

- Add cards {#core-1}
- Add lists {#core-2}

## Fixed

- Mend edges {#core-3}
- Mend corners {#core-4}
`);
});

describe('a person’s edits survive', () => {
  test('reworded text, other order, own headings, prose and comments: no byte changes', async () => {
    ledger.editNote('1.1.0', (text) =>
      text
        .replace('schema: 1', '# read by Lin\nschema: 1 # the format')
        .replace(
          '## Added\n\n- Add cards {#core-1}\n- Add lists {#core-2}',
          [
            'This release is about cards.',
            '',
            '## Added',
            '',
            '*   **Lists** can be sorted now,',
            '    and filtered. {#core-2}',
            '',
            '    See the guide.',
            '*   Cards, at last {#core-1}',
            '*   Something of our own',
            '',
            '## What we thank for',
            '',
            'Everybody.',
          ].join('\n'),
        ),
    );
    const state = ledger.state();
    repo.tag('unrelated');
    await ledger.harvest(repo);
    expect(ledger.state()).toEqual(state);
    const entries = await ledger.entries('1.1.0');
    expect(entries.map(({ id }) => id)).toEqual(['core-2', 'core-1', 'core-3', 'core-4']);
    expect(entries[0]?.title).toBe('**Lists** can be sorted now,\nand filtered.\n\nSee the guide.');
  });

  test('new changes are added at the end of their section, every other line stays', async () => {
    ledger.editNote('1.1.0', (text) =>
      text.replace('- Add cards {#core-1}', '- Cards, at last {#core-1}\n\nSome prose between.\n'),
    );
    const before = ledger.noteText('1.1.0');
    await harvestAnother();
    const added = addedLines(before, ledger.noteText('1.1.0'));
    expect(added.filter((line) => line.startsWith('- '))).toEqual(['- Add tables {#core-5}']);
    expect(added.filter((line) => line.startsWith('  - id:'))).toEqual(['  - id: core-5']);
    expect((await ledger.entries('1.1.0')).map(({ id }) => id)).toEqual([
      'core-1',
      'core-2',
      'core-5',
      'core-3',
      'core-4',
    ]);
  });

  test('a new section goes to its place in the order', async () => {
    const before = body();
    await harvestAnother('feat!: drop the old port (#5)');
    await harvestAnother('perf: be quick (#6)');
    await harvestAnother('docs: tell more (#7)');
    const headings = lines(body()).filter((line) => line.startsWith('## '));
    expect(headings).toEqual(['## Action required', '## Added', '## Changed', '## Fixed', '## Maintenance']);
    addedLines(before, body());
    expect(body()).not.toMatch(/\n{3}|\S\n## |## .*\n\S/);
  });

  test('a section in other letters or under a heading with marks is found', async () => {
    ledger.editNote('1.1.0', (text) => text.replace('## Added', '## ADDED'));
    await harvestAnother();
    expect(body()).toContain('- Add lists {#core-2}\n- Add tables {#core-5}\n');
    expect(body()).not.toContain('## Added');
  });

  test('an emptied body gets the new changes alone', async () => {
    ledger.editNote('1.1.0', (text) => text.slice(0, text.indexOf('\n---') + 5));
    await harvestAnother();
    expect(await ledger.ids('1.1.0')).toEqual(['core-5']);
    expect(body()).toBe('\n## Added\n\n- Add tables {#core-5}\n');
  });

  test('a removed bullet stays removed, and its commits count as excluded by a person', async () => {
    ledger.editNote('1.1.0', (text) => text.replace('- Mend edges {#core-3}\n', ''));
    await harvestAnother();
    expect(await ledger.ids('1.1.0')).toEqual(['core-1', 'core-2', 'core-4', 'core-5']);
    expect(await ledger.fate('1.1.0', commits[2] as CommitHandle)).toMatchObject({
      disposition: 'excluded',
      reason: 'taken out of the note by a person',
      change: 'core-3',
    });
    const { sum } = await ledger.conservation('1.1.0');
    expect(sum).toEqual({ commits: 5, published: 4, excluded: 1, cancelled: 0, folded: 0, unresolved: 0 });
    expect(await ledger.ids('1.1.0', '1.0.0')).not.toContain('core-3');
    expect((await ledger.conservation('1.1.0', '1.0.0')).sum).toEqual(sum);
  });

  test('merged bullets stay merged, and each change has its entry', async () => {
    ledger.editNote('1.1.0', (text) =>
      text
        .replace('- Mend corners {#core-4}\n', '')
        .replace('- Mend edges {#core-3}', '- Mend the frame {#core-3 #core-4}'),
    );
    const said = await harvestAnother();
    expect(said).not.toContain('{#core-');
    const entries = await ledger.entries('1.1.0');
    expect(entries.filter(({ title }) => title === 'Mend the frame').map(({ id }) => id)).toEqual([
      'core-3',
      'core-4',
    ]);
    expect((await ledger.conservation('1.1.0')).sum).toMatchObject({ published: 5, excluded: 0 });
    const markdown = await ledger.tryNotes('1.1.0', undefined, 'markdown');
    expect(markdown.printed.match(/Mend the frame/g)?.length).toBe(1);
  });

  test('a bullet that was moved to another section stays there', async () => {
    ledger.editNote('1.1.0', (text) =>
      text
        .replace('- Mend edges {#core-3}\n', '')
        .replace('## Fixed', '## Security\n\n- Mend edges {#core-3}\n\n## Fixed'),
    );
    await harvestAnother('fix: mend more (#5)');
    expect((await ledger.entry('1.1.0', 'core-3')).section).toBe('security');
    expect((await ledger.entry('1.1.0', 'core-5')).section).toBe('fixed');
  });

  test('a note with CRLF ends keeps them, and what is added has them too', async () => {
    ledger.editNote('1.1.0', (text) => text.replaceAll('\n', '\r\n'));
    const state = ledger.state();
    repo.tag('unrelated');
    await ledger.harvest(repo);
    expect(ledger.state()).toEqual(state);
    await harvestAnother();
    expect(ledger.noteText('1.1.0').replaceAll('\r\n', '')).not.toContain('\n');
    expect(await ledger.ids('1.1.0')).toEqual(['core-1', 'core-2', 'core-3', 'core-4', 'core-5']);
  });

  test('a note without a line feed at its end, or with a byte order mark, is added to', async () => {
    ledger.editNote('1.1.0', (text) => `\uFEFF${text.trimEnd()}`);
    await harvestAnother('docs: tell more (#5)');
    expect(ledger.noteText('1.1.0').startsWith('\uFEFF---\n')).toBe(true);
    expect(body()).toContain('- Mend corners {#core-4}\n\n## Maintenance\n\n- Tell more {#core-5}\n');
  });

  test('comments and a withdrawal in the front matter stay where they are when entries are added', async () => {
    ledger.editNote('1.1.0', (text) =>
      text.replace(
        'entries:\n',
        "# asked by support\nwithdrawn:\n  reason: 'loses cards' # see the chat\n  use: '1.2.0'\nentries:\n",
      ),
    );
    const before = ledger.noteText('1.1.0');
    await harvestAnother();
    addedLines(before, ledger.noteText('1.1.0'));
    expect(ledger.note('1.1.0').withdrawn).toEqual({ reason: 'loses cards', use: '1.2.0' });
    expect(ledger.noteText('1.1.0')).toContain('# asked by support\nwithdrawn:\n');
    expect(ledger.noteText('1.1.0')).toContain('# see the chat');
  });

  test('id marks in code and escaped ones are text', async () => {
    ledger.editNote('1.1.0', (text) =>
      text.replace('- Add cards {#core-1}', '- Write `{#core-9}` or \\{#core-8} behind cards {#core-1}'),
    );
    const said = await harvestAnother();
    expect(said).not.toContain('no change of this release');
    expect((await ledger.entry('1.1.0', 'core-1')).title).toBe(
      'Write `{#core-9}` or \\{#core-8} behind cards',
    );
  });
});

describe('what a later release takes back', () => {
  test('is marked once in the old note, also in reworded and merged bullets, and nothing else changes', async () => {
    ledger.editNote('1.1.0', (text) =>
      text
        .replace('- Mend corners {#core-4}\n', '')
        .replace('- Mend edges {#core-3}', '- Mend the frame,\n  all of it {#core-3 #core-4}'),
    );
    const before = body();
    repo.revert(commits[3] as CommitHandle);
    repo.tag('v1.2.0');
    await ledger.harvest(repo);
    expect(body()).toBe(before.replace('{#core-3 #core-4}', '_(withdrawn in 1.2.0)_ {#core-3 #core-4}'));
    const state = ledger.state();
    repo.tag('unrelated');
    await ledger.harvest(repo);
    expect(ledger.state()).toEqual(state);
  });

  test('has no mark where a person removed the bullet', async () => {
    ledger.editNote('1.1.0', (text) => text.replace('- Mend edges {#core-3}\n', ''));
    const before = body();
    repo.revert(commits[2] as CommitHandle);
    repo.tag('v1.2.0');
    await ledger.harvest(repo);
    expect(body()).toBe(before);
    expect(ledger.note('1.1.0').entries[2]).toMatchObject({ id: 'core-3', withdrawnIn: '1.2.0' });
  });
});

describe('conflicts are shown, never settled silently', () => {
  async function conflictsAfter(edit: (text: string) => string): Promise<string[]> {
    ledger.editNote('1.1.0', edit);
    const before = body();
    repo.tag(`unrelated-${count}`);
    const { said } = await ledger.harvest(repo);
    expect(body()).toBe(before);
    const events = ledger.release('1.1.0').events ?? [];
    for (const { kind, text } of events) {
      expect(kind).toBe('note-conflict');
      expect(said).toContain(text);
    }
    return events.map(({ text }) => text);
  }

  test('a bullet with an unknown id', async () => {
    expect(await conflictsAfter((text) => text.replace('{#core-1}', '{#core-1 #core-77}'))).toEqual([
      expect.stringMatching(
        /notes\/core\/1\.1\.0\.md: \{#core-77\} in "Add cards" is no change of this release/,
      ),
    ]);
  });

  test('a change in two bullets', async () => {
    expect(await conflictsAfter((text) => text.replace('{#core-1}', '{#core-2}'))).toEqual([
      expect.stringMatching(/\{#core-2\} stands in more than one bullet/),
    ]);
  });

  test('a bullet whose change is not in the release any more; it goes when a person settles it', async () => {
    repo.revert(commits[0] as CommitHandle);
    repo.tag('v1.1.0');
    const { said } = await ledger.harvest(repo);
    expect(said).toMatch(
      /\{#core-1\} has a bullet, but the change is not published in this release any more/,
    );
    expect(body()).toContain('- Add cards {#core-1}');
    ledger.editNote('1.1.0', (text) => text.replace('- Add cards {#core-1}\n', ''));
    await ledger.harvest();
    expect(ledger.release('1.1.0').events?.map(({ kind }) => kind)).toEqual(['tag-moved']);
  });
});
