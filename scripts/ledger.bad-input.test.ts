import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from './testing/answer.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

function oneRelease(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  return repo;
}

function expectRefusal(answer: Answer, ...words: (string | RegExp)[]): void {
  expect(answer, answer.said).toMatchObject({ code: 2, printed: '' });
  for (const word of words) expect(answer.said).toMatch(word);
  expect(answer.said).not.toContain('unexpected error');
}

describe('a repository that cannot be harvested', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = space.ledger('unharvestable');
    mkdirSync(`${ledger.folder}/plain`);
    writeFileSync(`${ledger.folder}/file.txt`, 'x');
    const repo = new RepositoryBuilder();
    await repo.write(`${ledger.folder}/empty.git`);
    repo.commit({ message: 'x' });
    await repo.write(`${ledger.folder}/untagged.git`);
    repo.tag('nightly');
    await repo.write(`${ledger.folder}/words.git`);
  });

  test.each([
    ['no folder', 'nowhere', /there is no folder .*nowhere/],
    ['no repository', 'plain', /plain is not a git repository/],
    ['a file', 'file.txt', /file\.txt/],
    ['no commits', 'empty.git', /has no branch and no tag/],
    ['no tags', 'untagged.git', /looks like a version\n.*no tags/],
    ['no versions among its tags', 'words.git', /looks like a version\n.*nightly/],
  ])('%s: the error says what to do, and nothing is written', async (_name, folder, words) => {
    const answer = await ledger.tryHarvest({ repo: [`core=${ledger.folder}/${folder}`] });
    expectRefusal(answer, words);
    expect(ledger.state()).toEqual(new Map());
  });

  test('a policy whose repository is gone is refused with its path', async () => {
    const moved = space.ledger('gone');
    await moved.harvest(oneRelease());
    const state = moved.state();
    moved.edit('ledger/core/policy.md', (text) => text.replace('../core.git', '../moved.git'));
    expectRefusal(await moved.tryHarvest(), /moved\.git/);
    expect(moved.state().size).toBe(state.size);
  });
});

describe('a product or release that is not there', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = space.ledger('not-there');
    await ledger.harvest(oneRelease());
  });

  test.each(['harvest', 'notes', 'conservation'])('%s names the products that it knows', async (verb) => {
    const release = verb === 'notes' ? ['--release', '1.0.0'] : [];
    const answer = await ledger.command([verb, '--product', 'cores', ...release]);
    expectRefusal(answer, /no product "cores"/, /Known products: core\./);
  });

  test.each(['../core', 'core/../core', '..', '/etc', 'Core', '', 'a b', '__proto__', '.hidden'])(
    'a product id that is no name is refused: "%s"',
    async (product) => {
      const answer = await ledger.command(['harvest', '--product', product, '--repo', ledger.repository]);
      expectRefusal(answer, /no product id/);
    },
  );

  test.each(['constructor', 'prototype', 'tostring'])('a product may be called "%s"', async (product) => {
    const other = space.ledger(`called-${product}`, product);
    await other.harvest(oneRelease());
    expect(await other.ids('1.0.0')).toEqual([`${product}-1`]);
  });

  test('an unknown release names the nearest ones', async () => {
    for (const answer of [
      await ledger.tryNotes('1.0.1'),
      await ledger.tryNotes('1.0.0', '0.9'),
      await ledger.tryConservation({ release: '9.9' }),
      await ledger.tryHarvest({ release: '9.9' }),
    ])
      expectRefusal(answer, /no release "/, /1\.0\.0/);
  });

  test.each(['../../policy', '..', '1.0.0/../1.0.0', '/etc/passwd'])(
    'a release is no way out of its folder: %s',
    async (release) => expectRefusal(await ledger.tryNotes(release), /no release/),
  );
});

describe('a policy that is wrong', () => {
  let ledger: TestLedger;
  const good = '  - { id: core, repository: ../core.git, tags: ["v{version}"] }';

  beforeAll(async () => {
    ledger = space.ledger('policy');
    await oneRelease().write(ledger.repository);
  });

  afterEach(() => expect(existsSync(ledger.file('notes'))).toBe(false));

  test.each([
    ['an unknown field', good, 'modles: 1\n', 6, 'modles'],
    ['a wrong type', good, 'exclude: all\n', 6, 'exclude'],
    ['a wrong value', good, 'versioning: calendar\n', 6, 'versioning'],
    ['an unknown time zone', good, 'timeZone: Mars/Base\n', 6, 'timeZone'],
    ['an unknown lead', good, 'lead: other\n', 6, 'lead'],
    ['two modules of one name', `${good}\n${good}`, '', 4, 'modules'],
    ['an unknown field of a module', `${good.replace(' }', ', brunch: x }')}`, '', 5, 'modules.0.brunch'],
    ['no tags', '  - { id: core, repository: ../core.git, tags: [] }', '', 5, 'modules.0.tags'],
    ['a pattern without a version', good.replace('{version}', 'x'), '', 5, 'modules.0.tags.0'],
    ['a path that leads out', good.replace(' }', ', path: ../other }'), '', 5, 'modules.0.path'],
    ['a path that leads out inside', good.replace(' }', ', path: a/../../b }'), '', 5, 'modules.0.path'],
    ['an absolute path', good.replace(' }', ', path: /etc }'), '', 5, 'modules.0.path'],
    ['a module id that leads out', good.replace('id: core', 'id: ../core'), '', 5, 'modules.0.id'],
    ['a broken regular expression', good, "exclude: [{ subject: '(', reason: x }]\n", 6, 'exclude.0.subject'],
    ['a rule without a condition', good, 'exclude: [{ reason: x }]\n', 6, 'exclude.0'],
    ['a rule without a reason', good, 'exclude: [{ kind: ci }]\n', 6, 'exclude.0.reason'],
    ['an unknown section', good, 'sections: { feat: news }\n', 6, 'sections.feat'],
    ['a key of the prototype', good, '__proto__: { lead: other }\n', 6, '__proto__'],
  ])('%s: file, line and field are named', async (_name, modules, rest, line, field) => {
    ledger.writePolicy(modules, rest);
    const answer = await ledger.tryHarvest();
    expectRefusal(answer);
    expect(answer.said).toContain(`${ledger.file('ledger/core/policy.md')}:${line}: ${field}: `);
  });

  test.each([
    ['broken YAML', 'modules: [\n', /policy\.md:\d+: front matter is not YAML/],
    ['a field twice', 'product: core\nproduct: core\n', /policy\.md:\d+: front matter is not YAML: .*unique/],
    ['a version of the format that is unknown', 'schema: 2\n', /policy\.md:2: schema: /],
    ['many aliases', bomb(), /policy\.md/],
    ['a tag that makes an object', 'schema: !!js/function "x"\n', /policy\.md:\d+/],
  ])('%s is refused with its line', async (_name, yaml, words) => {
    ledger.edit('ledger/core/policy.md', () => `---\n${yaml}---\n`);
    expectRefusal(await ledger.tryHarvest(), words);
  });

  test.each(['---js', '---javascript', '---coffee', '---json', '---toml', '---js '])(
    '%s front matter is refused, and never run',
    async (fence) => {
      const canary = ledger.file('ran');
      const code = `{ schema: (require('node:fs').writeFileSync(${JSON.stringify(canary)}, ''), 1) }`;
      ledger.edit('ledger/core/policy.md', () => `${fence}\n${code}\n---\n`);
      expectRefusal(await ledger.tryHarvest(), /policy\.md:1: .*front matter/);
      expect(existsSync(canary)).toBe(false);
    },
  );

  test.each([
    ['nothing', '', /policy\.md:1: front matter is missing/],
    ['no front matter', '# Policy\n', /policy\.md:1: front matter is missing/],
    ['no end', '---\nschema: 1\n', /policy\.md:1: front matter has no end/],
    ['an empty one', '---\n---\n', /policy\.md:1: /],
    ['a list', '---\n- a\n---\n', /policy\.md:2: /],
    ['a word', '---\nword\n---\n', /policy\.md:2: /],
    [
      'another product',
      '---\nschema: 1\nproduct: other\nmodules: [{ id: a, repository: ., tags: ["{version}"] }]\n---\n',
      /product: .*"other"/,
    ],
  ])('a file that holds %s is refused', async (_name, text, words) => {
    ledger.edit('ledger/core/policy.md', () => text);
    expectRefusal(await ledger.tryHarvest(), words);
  });
});

function bomb(): string {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1)
    rows.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  return `${rows.join('\n')}\n`;
}

describe('records that were edited wrongly', () => {
  let ledger: TestLedger;
  let sound: Map<string, string>;

  beforeAll(async () => {
    ledger = space.ledger('records');
    await ledger.harvest(oneRelease());
    sound = ledger.state();
  });

  afterEach(() => {
    for (const [file, text] of sound) writeFileSync(ledger.file(file), text, 'latin1');
  });

  test.each([
    ['broken YAML', 'date: ', 'date: [', /notes\/core\/1\.0\.0\.md:\d+: front matter is not YAML/],
    ['an unknown field', 'prerelease: false', 'prerelease: false\nprerlease: 1', /md:7: prerlease: /],
    ['a version that is a number', 'version: "1.0.0"', 'version: 1.10', /md:4: version: /],
    ['a wrong time', '+00:00', '+05:30', /md:5: date: .*UTC/],
    ['a wrong id', 'id: core-1', 'id: ../1', /md:\d+: entries\.0\.id: /],
    ['front matter in JavaScript', '---\nschema', '---js\nschema', /md:1: .*JavaScript/],
    ['a prototype in an entry', 'id: core-1', '__proto__: { a: 1 }\n    id: core-1', /__proto__/],
    ['a constructor in an entry', 'id: core-1', 'constructor: { a: 1 }\n    id: core-1', /constructor/],
  ])('a note with %s stops the harvest with file, line and field', async (_name, from, to, words) => {
    ledger.editNote('1.0.0', (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    const before = ledger.state();
    expectRefusal(await ledger.tryHarvest(), words);
    expectRefusal(await ledger.tryNotes('1.0.0'), words);
    expect(ledger.state()).toEqual(before);
  });

  test.each([
    ['all digits', '1234567890'.repeat(4)],
    ['an exponent', `12e4567${'0'.repeat(33)}`],
    ['a hexadecimal number', `0x${'1'.repeat(38)}`],
  ])('a commit without quotes is an error, not another number: %s', async (_name, commit) => {
    ledger.edit('ledger/core/releases/1.0.0/release.md', (text) =>
      text.replace(/^( {2}commit: )"[0-9a-f]+"$/m, `$1${commit}`),
    );
    const answer = await ledger.tryConservation({ release: '1.0.0' });
    expectRefusal(answer, /release\.md:\d+: tag\.commit: /);
  });

  test('a sum that does not add up is refused where it stands', async () => {
    ledger.edit('ledger/core/releases/1.0.0/release.md', (text) =>
      text.replace('published: 1', 'published: 2'),
    );
    expectRefusal(await ledger.tryConservation({ release: '1.0.0' }), /release\.md:\d+: .*sum: .*add up/);
  });

  test('a row of commits that is wrong is refused with its line', async () => {
    ledger.edit('ledger/core/releases/1.0.0/release.md', (text) =>
      text.replace('| published |', '| pblished |'),
    );
    expectRefusal(await ledger.tryConservation({ release: '1.0.0' }), /release\.md:\d+: disposition: /);
  });
});

test('dependencies, modules and kinds may have the names of an object’s own fields', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'constructor: is a word (#1)' });
  repo.commit({ message: 'toString(__proto__): is a word (#2)' });
  repo.commit({ message: 'Bump __proto__ from 1.0 to 2.0 (#3)' });
  repo.commit({ message: '[valueOf] is a word (#4)' });
  repo.tag('v1.0.0');
  const ledger = await space.harvested('own-fields', repo);
  expect((await ledger.entries('1.0.0')).map(({ kind, section }) => [kind, section])).toEqual([
    ['other', 'changed'],
    ['other', 'changed'],
    ['other', 'changed'],
    ['deps', 'dependencies'],
  ]);
});
