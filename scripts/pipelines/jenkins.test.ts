import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useWorkspace } from '../testing/workspace.ts';
import { declared, runJenkinsStages, shellBlocks } from './testing/plain-runner.ts';
import { ROOT, type Scene, setScene } from './testing/scene.ts';

const NOTE = 'content/notes/lamps/1.1.0.md';
const DRAFT = 'draft/lamps-v1.1.0';
const FILE = readFileSync(path.join(ROOT, 'scripts/pipelines/jenkins/Jenkinsfile'), 'utf8');
const { PUBLIC_HOST = '', INTERNAL_HOST = '' } = declared(FILE, {});

const space = useWorkspace();
let scene: Scene;

beforeAll(async () => {
  scene = await setScene(space.root);
  await scene.release();
});

const run = (stages: string[], parameters: Record<string, string>) =>
  runJenkinsStages(scene, ['Install the tool', ...stages], {
    parameters,
    environment: { TOOL_REPOSITORY: scene.tool, LEDGER_PRIVATE_KEY: scene.keys.privateKey },
  });
const host = (address: string): string => path.join(scene.folder, 'calls/hosts', address);

test('every stage of the file has lines that are run here', () => {
  const stages = [...FILE.matchAll(/stage\('(.*)'\)/g)].map(([, name = '']) => name);
  expect(stages).toEqual(['Install the tool', 'Draft the note', 'Seal and build', 'Publish']);
  expect(stages.map((stage) => shellBlocks(FILE, stage).length)).toEqual([1, 2, 1, 1]);
});

// One story, told in order.
describe('a release on Jenkins', () => {
  test('the note is drafted on a branch, with a pull request', async () => {
    await run(['Draft the note'], { PRODUCT: 'lamps', RELEASE: 'v1.1.0' });
    expect(scene.onBranch('main', NOTE)).toBeNull();
    expect(scene.onBranch(DRAFT, NOTE)).toContain('Dim a lamp');
    expect(scene.recorded('title')).toBe('Release note of Lamps 1.1.0');
  });

  test('merging brings both editions to their hosts', async () => {
    scene.merge(DRAFT);
    const { at } = await run(['Seal and build', 'Publish'], { PRODUCT: '', RELEASE: '' });
    const page = (place: string): string => readFileSync(path.join(place, 'lamps/1.1.0/index.html'), 'utf8');
    expect(page(host(PUBLIC_HOST))).toContain('Dim a lamp');
    expect(existsSync(path.join(host(PUBLIC_HOST), 'audit'))).toBe(false);
    expect(page(path.join(host(INTERNAL_HOST), 'audit'))).not.toBe('');
    expect(readFileSync(at.place('ledger.checkpoint'), 'utf8')).toContain('releases.example.org/ledger\n');
  });
});
