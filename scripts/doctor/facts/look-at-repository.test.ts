import path from 'node:path';
import { expect, test } from 'vitest';
import { parsePolicy } from '../../store/read.ts';
import { useWorkspace } from '../../testing/workspace.ts';
import { cloneRepository, git, RepositoryBuilder } from '../../world/index.ts';
import { POLICY, policyWith } from '../testing/sound-ledger.ts';
import { lookAtRepositories } from './look-at-repository.ts';

const space = useWorkspace();
const CHART =
  'apiVersion: v2\nname: core\nversion: 1.0.0\ndependencies:\n  - { name: web, version: 1.0.0 }\n';

async function written(name: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: begin', files: { 'a.txt': 'a', ...files } });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: go on', files: { 'a.txt': 'b' } });
  const folder = path.join(space.root, name);
  await repo.write(folder);
  return folder;
}

async function lookedAt(repository: string, chart = '') {
  const modules = POLICY.modules
    .replace('../core.git', JSON.stringify(repository))
    .replace('branch: main\n', `branch: main\n${chart}`);
  const [facts] = await lookAtRepositories(
    parsePolicy(policyWith({ modules }), 'policy.md').policy,
    space.root,
  );
  return facts?.found;
}

test('a clone is looked at as it is', async () => {
  const from = await written('whole', { 'charts/core/Chart.yaml': CHART });
  const clone = path.join(space.root, 'clone');
  await cloneRepository(from, clone);
  await git(clone, ['fetch', '--quiet']);
  const found = await lookedAt(clone, '    chart: charts/core\n');
  expect(found).toMatchObject({
    is: 'open',
    tags: ['v1.0.0'],
    partial: false,
    fetchedAt: expect.any(Number),
  });
  expect(found).toMatchObject({
    origin: `file://${from}`,
    chart: { is: 'there', tag: 'v1.0.0', dependencies: ['web', 'web'] },
  });
  expect(await lookedAt(clone, '    chart: helm\n')).toMatchObject({
    chart: { is: 'missing', tag: 'v1.0.0' },
  });
});

test('a chart that is none is told', async () => {
  const from = await written('broken', { 'charts/core/Chart.yaml': 'dependencies: 3\n' });
  expect(await lookedAt(from)).toMatchObject({ chart: { is: 'broken', tag: 'v1.0.0' }, fetchedAt: null });
});

test('what is not there, is no repository, or was not fetched yet, is told apart', async () => {
  expect(await lookedAt('../nowhere')).toEqual({ is: 'missing' });
  expect(await lookedAt('https://git.example.org/acme/core')).toEqual({ is: 'unfetched' });
  expect(await lookedAt(space.root)).toMatchObject({ is: 'unusable' });
});

test('a shallow clone is told, and what is said mends it', async () => {
  const from = await written('deep');
  const shallow = path.join(space.root, 'shallow');
  await cloneRepository(from, shallow, { depth: 1 });
  expect(await lookedAt(shallow)).toEqual({ is: 'shallow' });
  await git(shallow, ['fetch', '--quiet', '--unshallow', '--tags']);
  expect(await lookedAt(shallow)).toMatchObject({ is: 'open', tags: ['v1.0.0'] });
});

test('a partial clone is told, nothing is fetched for it, and what is said mends it', async () => {
  const from = await written('full', { 'Chart.yaml': CHART });
  await git(from, ['config', 'uploadpack.allowFilter', 'true']);
  const partial = path.join(space.root, 'partial');
  await git(space.root, [
    'clone',
    '--quiet',
    '--filter=blob:none',
    '--no-checkout',
    `file://${from}`,
    partial,
  ]);
  expect(await lookedAt(partial)).toMatchObject({ is: 'open', partial: true, chart: null });
  for (const args of MENDS) await git(partial, args);
  expect(await lookedAt(partial)).toMatchObject({ is: 'open', partial: false, chart: { is: 'there' } });
});

/** As `checks/repositories/opened.ts` says it. */
const MENDS = [
  ['fetch', '--quiet', '--refetch', '--no-filter', '--tags'],
  ['config', '--unset', 'remote.origin.promisor'],
];
