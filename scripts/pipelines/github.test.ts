import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../testing/child.ts';
import { useWorkspace } from '../testing/workspace.ts';
import { GitHubRunner } from './testing/github-runner.ts';
import { type Scene, setScene } from './testing/scene.ts';

const NOTE = 'content/notes/lamps/1.1.0.md';
const DRAFT = 'draft/lamps-v1.1.0';
const WORDS = 'Lamps can be dimmed from any room.';

const space = useWorkspace();
let scene: Scene;
let server: GitHubRunner;

beforeAll(async () => {
  scene = await setScene(space.root);
  server = new GitHubRunner(scene);
});

const drafting = () => ({
  event: { ref_name: 'main', inputs: { product: 'lamps', release: 'v1.1.0' } },
  secrets: { 'repositories-token': 'reads-products' },
});
const merging = () => ({
  event: { ref_name: 'main' },
  secrets: { 'private-key': scene.keys.privateKey },
});
const main = (): string => scene.git('ledger.git', 'rev-parse', 'main');
const page = (edition: string): string => readFileSync(path.join(edition, 'lamps/1.1.0/index.html'), 'utf8');

// One story, told in order: each test goes on where the one before ended.
describe('a release, from its tag to both editions', () => {
  test('a tag of the product starts the ledger’s workflow, and nothing else', async () => {
    await scene.release();
    const contexts = {
      secrets: { LEDGER_START_TOKEN: 'starts' },
      vars: { LEDGER_REPOSITORY: 'acme/ledger' },
    };
    await server.runProduct('scripts/pipelines/github/tell-ledger.yml', 'v1.1.0', contexts);
    expect(scene.calls('gh')).toEqual([
      'workflow run ledger.yml --repo acme/ledger --field product=lamps --field release=v1.1.0',
    ]);
  });

  test('the drafted note comes to a branch of its own, with a pull request', async () => {
    const before = main();
    const ran = await server.runLedger(drafting());
    expect(ran.jobs).toEqual(['draft']);
    expect(main()).toBe(before);
    expect(scene.onBranch('main', NOTE)).toBeNull();
    expect(scene.onBranch(DRAFT, NOTE)).toContain('Dim a lamp');
    expect(scene.onBranch(DRAFT, 'content/ledger/lamps/releases/1.1.0/release.md')).toContain('published: 2');
    expect(scene.recorded('title')).toBe('Release note of Lamps 1.1.0');
    expect(scene.recorded('body')).toContain('2 commits = 2 published');
    expect(scene.recorded('body')).toContain('`lamps-2` Dim a lamp');
    expect(scene.calls('gh').at(-1)).toMatch(/^pr create --base main --head draft\/lamps-v1\.1\.0 /);
  });

  test('nothing of the tool comes into the ledger', () => {
    const files = scene.git('ledger.git', 'ls-tree', '-r', '--name-only', DRAFT).trim().split('\n');
    expect(files.filter((file) => !file.startsWith('content/'))).toEqual([]);
  });

  test('drafting again keeps what a person wrote, and words the pull request anew', async () => {
    scene.edit(DRAFT, NOTE, (text) => text.replace('Dim a lamp', WORDS));
    const before = scene.git('ledger.git', 'rev-parse', DRAFT);
    await server.runLedger(drafting());
    expect(scene.git('ledger.git', 'rev-parse', DRAFT)).toBe(before);
    expect(scene.onBranch(DRAFT, NOTE)).toContain(WORDS);
    expect(scene.calls('gh').at(-1)).toMatch(/^pr edit /);
    expect(scene.recorded('body')).not.toContain('`lamps-2`');
  });

  test('what is drafted is public nowhere; what is not blessed stays open, and that is said', async () => {
    const ran = await server.runLedger(merging());
    expect(ran.jobs).toEqual(['publish', 'pages']);
    expect(existsSync(path.join(server.published, 'lamps/1.0.0/index.html'))).toBe(true);
    expect(existsSync(path.join(server.published, 'lamps/1.1.0'))).toBe(false);
    expect(existsSync(path.join(server.artifact('internal-edition'), 'audit/lamps/1.1.0'))).toBe(false);
    expect(ran.summary).toContain('- lamps 1.0.0: not blessed; it stays open');
    expect(scene.onBranch('main', 'content/ledger/lamps/releases/1.0.0/seal.json')).toBeNull();
  });

  test('a push to a branch publishes nothing', async () => {
    expect((await server.runLedger({ ...merging(), event: { ref_name: DRAFT } })).jobs).toEqual([]);
  });

  test('merging publishes both editions, pushes the seals and signs a checkpoint of them', async () => {
    scene.merge(DRAFT);
    const ran = await server.runLedger({ ...merging(), more: { seal: 'all' } });
    expect(ran.jobs).toEqual(['publish', 'pages']);
    expect(page(server.published)).toContain(WORDS);
    expect(existsSync(path.join(server.published, 'audit'))).toBe(false);
    expect(page(server.artifact('internal-edition'))).toContain(WORDS);
    expect(page(path.join(server.artifact('internal-edition'), 'audit'))).not.toBe('');
    expect(ran.summary).toContain('- lamps 1.1.0: sealed ');
    expect(scene.onBranch('main', 'content/ledger/lamps/releases/1.1.0/seal.json')).toContain(
      '"sealedBy": "mara"',
    );
    await expectSigned();
  });

  test('a second run changes nothing; the internal edition can go to a host in the place of an artifact', async () => {
    const [before, host] = [main(), 'deploy@audit.example.org:/srv/internal'];
    const more = { seal: 'all', 'internal-host': host, 'known-hosts': 'audit.example.org ssh-ed25519 AAAA' };
    const { said } = await server.runLedger({ ...merging(), more });
    expect(main()).toBe(before);
    expect(said).toMatch(/public edition .*\(0 of \d+ parts made anew, 0 removed\)/);
    expect(said).toMatch(/internal edition .*\(0 of \d+ parts made anew, 0 removed\)/);
    expect(scene.calls('rsync').at(-1)).toContain('StrictHostKeyChecking=yes');
    expect(page(path.join(scene.folder, 'calls/hosts', host))).toContain(WORDS);
  });

  test('drafting what was merged asks nobody', async () => {
    const asked = (): string[] => scene.calls('gh').filter((call) => call.startsWith('pr'));
    const before = asked();
    scene.git('ledger.git', 'branch', '--delete', '--force', DRAFT);
    await server.runLedger(drafting());
    expect(scene.onBranch(DRAFT, NOTE)).toBeNull();
    expect(asked()).toEqual(before);
  });
});

/** The checkpoint holds for the ledger as it is now: every seal is in it. */
async function expectSigned(): Promise<void> {
  scene.git('.', 'clone', '--quiet', 'ledger.git', 'auditor');
  const key = path.join(scene.folder, 'key.pub');
  writeFileSync(key, scene.keys.publicKey);
  const args = ['--content', 'auditor/content', 'verify', '--checkpoint', server.artifact('checkpoint')];
  const { code, printed, said } = await runCommand([...args, '--public-key', key], { folder: scene.folder });
  expect(code, printed + said).toBe(0);
  expect(readFileSync(server.artifact('checkpoint'), 'utf8')).toContain('releases.example.org/ledger\n2\n');
  expect(readFileSync(server.artifact('checkpoint'), 'utf8')).toContain('releases.example.org/ledger\n');
}
