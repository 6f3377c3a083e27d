import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { useWorkspace } from '../testing/workspace.ts';
import { runGitLabJob } from './testing/plain-runner.ts';
import { type Scene, setScene } from './testing/scene.ts';

const NOTE = 'content/notes/lamps/1.1.0.md';
const DRAFT = 'draft/lamps-v1.1.0';
const WORDS = 'Lamps can be dimmed from any room.';

const space = useWorkspace();
let scene: Scene;

beforeAll(async () => {
  scene = await setScene(space.root);
  await scene.release();
});

const tool = () => ({ TOOL_REPOSITORY: scene.tool, GITLAB_USER_LOGIN: 'mara', LEDGER_TOKEN: 'writes' });
const draft = () => runGitLabJob(scene, 'draft', { ...tool(), PRODUCT: 'lamps', RELEASE: 'v1.1.0' });
const publish = () =>
  runGitLabJob(scene, 'publish', { ...tool(), LEDGER_PRIVATE_KEY: scene.keys.privateKey });
const messageOf = (branch: string): string => scene.git('ledger.git', 'log', '-1', '--format=%B', branch);

// One story, told in order.
describe('a release on GitLab', () => {
  test('the note is drafted on a branch, and a merge request is asked for in the commit’s words', async () => {
    await draft();
    expect(scene.onBranch('main', NOTE)).toBeNull();
    expect(scene.onBranch(DRAFT, NOTE)).toContain('Dim a lamp');
    expect(messageOf(DRAFT)).toMatch(/^Release note of Lamps 1\.1\.0\n\n.*2 commits = 2 published/s);
    expect(scene.calls('push-options')).toEqual([
      'merge_request.create',
      'merge_request.target=main',
      'merge_request.remove_source_branch',
    ]);
  });

  test('drafting again keeps what a person wrote', async () => {
    scene.edit(DRAFT, NOTE, (text) => text.replace('Dim a lamp', WORDS));
    await draft();
    expect(scene.onBranch(DRAFT, NOTE)).toContain(WORDS);
  });

  test('merging publishes both editions and a checkpoint; the next time nothing has changed', async () => {
    scene.merge(DRAFT);
    await publish();
    const { said, at } = await publish();
    expect(said).toMatch(/public edition .*\(0 of \d+ parts made anew, 0 removed\)/);
    expect(said).toMatch(/internal edition .*\(0 of \d+ parts made anew, 0 removed\)/);
    expect(readFileSync(at.place('ledger.checkpoint'), 'utf8')).toContain('releases.example.org/ledger\n');
    const page = (edition: string): string =>
      readFileSync(at.place(`.release-ledger/dist/${edition}/lamps/1.1.0/index.html`), 'utf8');
    expect(page('public')).toContain(WORDS);
    expect(page('internal')).toContain(WORDS);
    expect(existsSync(at.place('.release-ledger/dist/public/audit'))).toBe(false);
    // Pages is another job, which finds what this one hands over, and serves what it puts into "public".
    const { pages } = parse(readFileSync('scripts/pipelines/gitlab/ledger.gitlab-ci.yml', 'utf8'));
    await at.run(pages.script, 'bash');
    expect(existsSync(at.place('public/lamps/1.1.0/index.html'))).toBe(true);
  });
});
