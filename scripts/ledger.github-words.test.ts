import { describe, expect, test } from 'vitest';
import { Hosted } from './testing/hosted.ts';
import { CORE, type HostedLedger, useHosted } from './testing/hosted-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';

const space = useHosted();

async function released(name: string, project: Hosted, rest = ''): Promise<HostedLedger> {
  project.repo.tag('v1.1.0');
  return space.online(name, project, { rest });
}

const fence = (text: string) => `\`\`\`release-note\n${text}\n\`\`\``;
const override = (text: string) => `BEGIN_COMMIT_OVERRIDE\n${text}\nEND_COMMIT_OVERRIDE`;
const section = (text: string) => `## Release note\n\n${text}\n\n## Tests\n\nMany.`;

describe('the words of an entry', () => {
  test('come from the first place that has any', async () => {
    const project = new Hosted();
    const all = `${override('fix(ui): Override it')}\n\n${fence('Fence it')}\n\n${section('Section it')}`;
    project.squash({ number: 12, title: 'All', body: all });
    project.squash({ number: 13, title: 'Two', body: `${fence('Fence it')}\n\n${section('Section it')}` });
    project.squash({ number: 14, title: 'One', body: section('Section it') });
    project.squash({
      number: 15,
      title: 'Today',
      renames: [{ at: '2026-05-01T00:00:00Z', by: null, from: 'At the merge', to: 'Today' }],
    });
    project.repo.commit({ message: 'Only the subject' });
    const ledger = await released('places', project);
    const entries = await ledger.entries('1.1.0');
    expect(entries.map(({ title }) => title)).toEqual([
      'Fence it',
      'Section it',
      'At the merge',
      'Only the subject',
      '**ui:** Override it',
    ]);
    const from = [12, 13, 14, 15].map((number) => ledger.change('1.1.0', `core-${number}`)?.wordsFrom);
    expect(from).toEqual([
      'override block',
      'release-note fence',
      'release-note section',
      'title at the merge',
    ]);
    expect(entries.at(-1)).toMatchObject({ id: 'core-12', kind: 'fix', section: 'fixed' });
  });

  test('are several entries where there are several bullets', async () => {
    const project = new Hosted();
    project.squash({
      number: 12,
      title: 'feat: much',
      body: section('- First\n- Second, with `code`\n- Third'),
    });
    project.squash({
      number: 13,
      title: 'x',
      body: override('feat: Add it\nfix!: Mend it\n\nBREAKING CHANGE: Do that first'),
    });
    const ledger = await released('several', project);
    expect(
      (await ledger.entries('1.1.0')).map(({ id, title, section: place }) => [id, place, title]),
    ).toEqual([
      ['core-13.2', 'action', 'Mend it — Do that first'],
      ['core-12', 'added', 'First'],
      ['core-12.2', 'added', 'Second, with `code`'],
      ['core-12.3', 'added', 'Third'],
      ['core-13', 'added', 'Add it'],
    ]);
  });

  test('stand in the section of the label, then of the type, then of the policy', async () => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'fix: labelled', labels: ['Kind/Feature', 'other'] });
    project.squash({ number: 13, title: 'fix: own label', labels: ['area/ui'] });
    project.squash({ number: 14, title: 'fix: typed', labels: ['size/XL'] });
    project.squash({ number: 15, title: 'Nothing told', labels: ['documentation', 'breaking-change'] });
    const ledger = await released(
      'sections',
      project,
      'labels:\n  area/ui: deprecated\nsections:\n  fix: security\n',
    );
    expect((await ledger.entries('1.1.0')).map(({ id, section: place }) => [id, place])).toEqual([
      ['core-15', 'action'],
      ['core-14', 'security'],
      ['core-12', 'added'],
      ['core-13', 'deprecated'],
    ]);
  });

  test.each(['NONE', 'none', 'N/A'])(
    '"%s" leaves the change out with that reason, and counts it',
    async (word) => {
      const project = new Hosted();
      const landed = project.squash({ number: 12, title: 'feat: inner', body: fence(word) });
      project.squash({ number: 13, title: 'Seen' });
      project.squash({ number: 14, title: 'Labelled', labels: ['Skip-Changelog'] });
      const ledger = await released(`none-${word.replace('/', '')}`, project);
      expect(await ledger.ids('1.1.0')).toEqual(['core-13']);
      expect(await ledger.fate('1.1.0', landed)).toMatchObject({
        disposition: 'excluded',
        change: 'core-12',
      });
      expect((await ledger.fate('1.1.0', landed)).reason).not.toBe('');
    },
  );

  test('what is left out takes back, and is taken back, all the same', async () => {
    const project = new Hosted();
    const shown = project.squash({ number: 12, title: 'feat: shown' });
    const hidden = project.squash({ number: 13, title: 'feat: hidden', body: fence('NONE') });
    project.squash({
      number: 14,
      title: 'Revert "feat: shown"',
      messages: [`Revert "feat: shown"\n\nThis reverts commit ${shown.id}.`],
      body: fence('NONE'),
    });
    project.squash({
      number: 15,
      title: 'Revert "feat: hidden (#13)"',
      messages: [`Revert\n\nThis reverts commit ${hidden.id}.`],
    });
    const ledger = await released('reverts', project);
    expect(await ledger.ids('1.1.0')).toEqual([]);
    const { sum } = await ledger.conservation('1.1.0');
    expect(sum).toMatchObject({ commits: 4, published: 0, cancelled: 4, unresolved: 0 });
  });
});

describe('words of strangers', () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)> @ada-writes and @acme/team \u202Eevil\u0000
[click](javascript:alert(1)) ![pixel](https://tracker.example.com/p.png) [doc](../docs/x.md) <!-- {#core-99} -->
# Heading {#core-13}`;

  test.each([
    ['fence', fence(hostile)],
    ['section', section(hostile)],
    ['override', override(`feat: ${hostile.replaceAll('\n', ' ')}`)],
  ])('in a %s end up harmless', async (name, body) => {
    const project = new Hosted();
    project.squash({ number: 12, title: 'Hostile', body });
    const ledger = await released(`hostile-${name}`, project);
    const note = ledger.noteText('1.1.0');
    expect(note).not.toMatch(/(?<!\\)<[a-z!]|(?<!\\)\]\(|\u202E|(?<!\\){#core-(?!12)/);
    expect(note).not.toMatch(/^#+ Heading/m);
    expect(note).not.toMatch(/(?<![\w`\\])@ada-writes/);
    expect(await ledger.ids('1.1.0')).toEqual(expect.arrayContaining(['core-12']));
    expect((await ledger.ids('1.1.0')).every((id) => id.startsWith('core-12'))).toBe(true);
    expect(ledger.reader.note('core', '1.1.0')).not.toBeNull();
  });

  test('in a title end up harmless', async () => {
    const project = new Hosted();
    project.squash({
      number: 12,
      title: `<b>Bold</b> @ada-writes [x](javascript:y) {#core-99} \u202E*a* | \`b\` ada@example.com`,
    });
    const ledger = await released('hostile-title', project);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
    expect(ledger.noteText('1.1.0')).not.toMatch(/(?<!\\)<b>|\u202E|ada@example/);
  });

  test('of a hundred kilobytes end up short enough to read, and lose nothing in the record', async () => {
    const project = new Hosted();
    const body = fence(`- ${'Words '.repeat(20_000)}\n- ${'['.repeat(5000)}\n- ${'*a '.repeat(5000)}`);
    project.squash({ number: 12, title: 'Long', body });
    project.squash({ number: 13, title: 'Many', body: section('- again\n'.repeat(3000)) });
    const ledger = await released('long', project);
    expect(ledger.reader.changeRecord('core', '1.1.0', 'core-12')?.body).toContain('Words Words');
    expect((await ledger.entries('1.1.0')).length).toBeGreaterThan(1);
    const before = ledger.state();
    await ledger.offline();
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('link to nothing that customers cannot open', async () => {
    const project = new Hosted(undefined, { isPrivate: true });
    const body = fence(
      'See https://github.com/acme/core/pull/3, #4, acme/core#5 and [this](https://github.com/acme/core/issues/6) or https://example.com/open',
    );
    project.squash({ number: 12, title: 'Linked', body });
    const ledger = await space.hosted('private', project);
    ledger.edit(
      'products/core.md',
      () => '---\nschema: 1\nname: Core\nmodules:\n  - id: core\n    name: Core\n---\n',
    );
    project.repo.tag('v1.1.0');
    const answer = await ledger.online();
    expect(ledger.noteText('1.1.0')).not.toMatch(/[<(]https:\/\/github\.com\/acme\/core/);
    expect(ledger.noteText('1.1.0')).toContain('example.com/open');
    expect(answer.said).not.toContain('private on GitHub');
    ledger.edit('products/core.md', (text) =>
      text.replace('name: Core\n---', 'name: Core\n    repository: https://github.com/acme/core\n---'),
    );
    expect((await ledger.online()).said).toContain(
      'links module core to acme/core, which is private on GitHub',
    );
  });
});

test('contributors are named only where the product’s page says so', async () => {
  const project = new Hosted();
  project.squash({ number: 12, title: 'One', author: 'zoe', messages: ['A'] });
  project.squash({ number: 13, title: 'Two', author: 'dependa', messages: ['B'] });
  project.world.accounts = { dependa: { kind: 'bot' } };
  project.repo.tag('v1.1.0');
  const ledger = await space.hosted('contributors', project, { modules: CORE });
  const page = (named: boolean) =>
    `---\nschema: 1\nname: Core\ncontributors: ${named}\nmodules:\n  - id: core\n    name: Core\n---\n`;
  ledger.edit('products/core.md', () => page(false));
  await ledger.online();
  const without = ledger.noteText('1.1.0');
  expect(without).not.toContain('zoe');
  ledger.edit('products/core.md', () => page(true));
  await ledger.online();
  expect(ledger.note('1.1.0').contributors).toContainEqual({ login: 'zoe', first: true });
  expect(ledger.note('1.1.0').contributors?.map(({ login }) => login)).not.toContain('dependa');
  ledger.edit('products/core.md', () => page(false));
  await ledger.online();
  expect(ledger.noteText('1.1.0')).toBe(without);
});
