import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useWorkspace } from '../testing/workspace.ts';
import { GitHubRunner } from './testing/github-runner.ts';
import { ROOT, setScene } from './testing/scene.ts';

const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const [, WORKFLOW = ''] = /```yaml\n(jobs:\n {2}part:.*?)```/s.exec(README) ?? [];

const space = useWorkspace();

test('the README’s workflow builds the parts on many machines, and lays them together', async () => {
  const server = new GitHubRunner(await setScene(space.root));
  const { jobs, said } = await server.runText(WORKFLOW);
  expect(jobs).toEqual(['part', 'site']);
  expect(said.match(/public edition is in \S*part /g)).toHaveLength(4);
  expect(existsSync(path.join(server.artifact('github-pages'), 'lamps/1.0.0/index.html'))).toBe(true);
  expect(existsSync(path.join(server.artifact('part-4'), 'internal'))).toBe(true);
});
