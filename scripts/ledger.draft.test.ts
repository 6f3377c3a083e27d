import { beforeAll, expect, test } from 'vitest';
import { answerOf } from './testing/answer.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type DraftOptions, draft } from './verbs/draft.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
let ledger: TestLedger;

beforeAll(async () => {
  ledger = space.ledger('drafted');
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: begin (#1)' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: ping @everyone, see other/repo#7 [skip ci] (#2)' });
  repo.commit({ message: 'fix: mend the list (#3)' });
  repo.commit({ message: 'build(deps): bump left-pad from 1.0.0 to 1.1.0 (#4)' });
  repo.tag('v1.1.0');
  await ledger.harvest(repo);
});

async function drafted(options: Partial<DraftOptions> = {}, json = false): Promise<string> {
  const { content, product } = ledger;
  const given: DraftOptions = { content, product, release: 'v1.1.0', format: 'message', ...options };
  const answer = await answerOf((console) => draft(given, console), { json });
  expect(answer.code, answer.said).toBe(0);
  return answer.printed;
}

test('the message is a title, an empty line and the body', async () => {
  const [title, body] = [await drafted({ format: 'title' }), await drafted({ format: 'body' })];
  expect(title).toBe('Release note of core 1.1.0\n');
  expect(await drafted()).toBe(`${title}\n${body}`);
});

test('it says what is in the note, where it stands, and what the sum is', async () => {
  const body = await drafted({ format: 'body' });
  expect(body).toContain('`notes/core/1.1.0.md`');
  expect(body).toContain('- Added: 1 entry\n- Fixed: 1 entry\n- Dependencies: 1 entry\n');
  expect(body).toContain('3 commits = 3 published + 0 excluded');
  expect(body).toContain('The release is not blessed yet');
});

test('entries that nobody wrote words for are named; a person’s words and a dependency’s move are not', async () => {
  const before = await drafted({ format: 'body' });
  expect(before).toContain('2 entries have only the words of a title');
  expect(before).toContain('`core-3` Mend the list');
  expect(before).not.toContain('`core-4`');
  ledger.editNote('1.1.0', (text) => text.replace('Mend the list', 'Lists end where they should'));
  expect(await drafted({ format: 'body' })).toContain('1 entry has only the words of a title');
});

test('foreign words call nobody, link nowhere and stop no build server', async () => {
  const body = await drafted({ format: 'body' });
  expect(body).toContain('`core-2`');
  for (const word of ['@everyone', 'repo#7', '[skip ci]']) expect(body).not.toContain(word);
});

test('mistakes and commits that nothing accounts for are told', async () => {
  ledger.editNote('1.1.0', (text) => text.replace('{#core-3}', '{#core-9}'));
  ledger.edit('ledger/core/releases/1.1.0/release.md', (text) =>
    text.replace(/(\| [0-9a-f]{40} \| core \|) core-4 \| 4 \| published \|/, '$1 – | – | unresolved |'),
  );
  const body = await drafted({ format: 'body' });
  expect(body).toMatch(/- \[ \] \d mistakes? in the note\n {2}- `notes\/core\/1\.1\.0\.md:\d+`/);
  expect(body).toContain('1 commit not accounted for');
  expect(JSON.parse(await drafted({}, true))).toMatchObject({
    version: '1.1.0',
    title: 'Release note of core 1.1.0',
    sum: { unresolved: 1 },
  });
});
