import path from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import { useWorkspace } from '../../testing/workspace.ts';
import { cloneRepository, git, RepositoryBuilder } from '../../world/index.ts';
import { proposeBranch, proposeStaging } from '../propose/branches.ts';
import { lookAt } from './look-at.ts';

const space = useWorkspace();

/** Releases are tagged on master, where develop is merged to; work goes on on develop. */
function gitflow(): RepositoryBuilder {
  const repo = new RepositoryBuilder({ branch: 'master' });
  repo.commit({
    message: 'Begin',
    files: { 'a.txt': 'a', 'ci/test.sh': 'go test', '.travis.yml': 'script: ci/test.sh' },
  });
  repo.branch('develop');
  for (const version of ['1.0.0', '1.1.0']) {
    repo.commit({ on: 'develop', message: `Work for ${version}` });
    repo.merge({ into: 'master', from: 'develop', message: "Merge branch 'develop'" });
    repo.tag(version, repo.tip('master'), { annotated: true });
  }
  repo.commit({ on: 'develop', message: 'Work on' });
  return repo;
}

async function written(name: string): Promise<string> {
  const folder = path.join(space.root, `${name}.git`);
  await gitflow().write(folder);
  return folder;
}

test('a clone shows its tags, its lines and what tells of pipelines', async () => {
  const folder = await written('lamps');
  const facts = await lookAt({ module: null, folder, address: null });
  expect(facts).toMatchObject({
    name: 'lamps',
    github: null,
    elsewhere: false,
    branches: ['develop', 'master'],
  });
  expect(facts.tags.map(({ name, kind }) => [name, kind])).toEqual([
    ['1.0.0', 'annotated'],
    ['1.1.0', 'annotated'],
  ]);
  expect(facts.lines.get('master')).toEqual({
    tagged: ['1.0.0', '1.1.0'],
    merges: ["Merge branch 'develop'", "Merge branch 'develop'"],
  });
  expect([...facts.texts.keys()]).toEqual(['.travis.yml', 'ci/test.sh']);
});

test('where the default branch is not the one of the releases, the tags tell', async () => {
  const folder = await written('flow');
  await git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/develop']);
  const facts = await lookAt({ module: null, folder, address: null });
  expect(proposeBranch(facts, ['{version}'])?.value).toBe('master');
  expect(proposeStaging(facts, 'master')).toEqual({
    value: 'develop',
    because: '2 merges brought it to master',
  });
});

test('a clone of a clone knows its branches by the remote, and its name by the address', async () => {
  const [from, folder] = [await written('remote'), path.join(space.root, 'clone')];
  await cloneRepository(from, folder);
  await git(folder, ['remote', 'set-url', 'origin', 'git@github.com:acme/Light.git']);
  const facts = await lookAt({ module: 'light', folder, address: null });
  expect(facts).toMatchObject({ name: 'Light', module: 'light', github: 'acme/Light', elsewhere: false });
  expect(facts.branches).toEqual(expect.arrayContaining(['develop', 'master']));
  expect(facts.lines.get('master')?.tagged).toHaveLength(2);
  await git(folder, ['remote', 'set-url', 'origin', 'https://git.example.org/acme/light.git']);
  expect(await lookAt({ module: null, folder, address: null })).toMatchObject({
    github: null,
    elsewhere: true,
  });
});

test('what is no clone is a fault', async () => {
  await expect(
    lookAt({ module: null, folder: path.join(space.root, 'nowhere'), address: null }),
  ).rejects.toThrow(Fault);
});
