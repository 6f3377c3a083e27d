import { rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { Hosted } from './testing/hosted.ts';
import { useHosted } from './testing/hosted-ledger.ts';
import { oddProject } from './testing/odd-project.ts';
import { changedFiles } from './testing/snapshot.ts';

const space = useHosted();

function small(): Hosted {
  const project = new Hosted();
  project.describe(
    { number: 12, title: 'Known to the platform only' },
    [],
    project.repo.commit({ message: 'Without a number' }),
  );
  project.repo.tag('v1.1.0');
  return project;
}

test('offline after online loses nothing and changes no byte', async () => {
  const ledger = await space.online('offline-after', oddProject());
  const before = ledger.state();
  expect(await ledger.asked(() => ledger.offline())).toEqual([]);
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('without what was kept, the same bytes come again', async () => {
  const ledger = await space.online('cache-gone', oddProject());
  const before = ledger.state();
  rmSync(ledger.cache, { recursive: true });
  expect(await ledger.asked(() => ledger.online())).toContain('PullRequests');
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('online after offline gives what online alone gives', async () => {
  const [project, twin] = [oddProject(), oddProject()];
  const [online, both] = [
    await space.online('online-alone', project),
    await space.hosted('first-offline', twin),
  ];
  await both.offline();
  rmSync(both.file('notes'), { recursive: true });
  await both.online();
  expect(changedFiles(online.state(), both.state())).toEqual([]);
});

test('new commits are harvested offline beside what is recorded', async () => {
  const project = small();
  const ledger = await space.online('offline-more', project);
  project.squash({ number: 13, title: 'Merged since' });
  project.repo.tag('v1.2.0');
  await ledger.offline();
  expect(ledger.change('1.1.0', 'core-12')?.pullRequests).toHaveLength(1);
  expect(ledger.change('1.2.0', 'core-13')).toMatchObject({
    pullRequest: 13,
    identifiedBy: 'the subject names it',
  });
  expect(ledger.change('1.2.0', 'core-13')).not.toHaveProperty('platformAsked');
  await ledger.online();
  expect(ledger.change('1.2.0', 'core-13')).toMatchObject({
    platformAsked: true,
    pullRequests: [{ number: 13 }],
  });
});

test('what is recorded counts after the repository was renamed and a tag was deleted', async () => {
  const project = small();
  project.squash({ number: 13, title: 'Later' });
  project.repo.tag('v1.2.0');
  const ledger = await space.online('offline-renamed', project);
  Object.assign(project.repository, { name: 'heart', formerNames: ['acme/core'] });
  project.repo.removeTag('v1.0.0');
  await ledger.online();
  const before = ledger.state();
  await ledger.offline();
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('a promotion that only the platform knows stays one', async () => {
  const project = new Hosted();
  project.repo.branch('staging');
  project.squash({ number: 12, title: 'Numbered', into: 'staging' });
  project.repo.commit({ on: 'staging', message: 'Not numbered' });
  const promoted = project.repo.merge({ from: 'staging', message: 'Release train 5' });
  project.describe({ number: 13, title: 'Release train 5', headBranch: 'staging' }, [], promoted);
  project.repo.tag('v1.1.0');
  const modules = `  - id: core
    repository: ../core.git
    github: acme/core
    branch: main
    staging: staging
    tags: ["v{version}"]`;
  const ledger = await space.online('promotion', project, { modules });
  expect((await ledger.fate('1.1.0', promoted)).reason).toContain('promotes the staging branch');
  const before = ledger.state();
  await ledger.offline();
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('without a token it says what is missing, and asks nobody', async () => {
  const ledger = await space.hosted('no-token', small());
  ledger.stub();
  vi.stubEnv('GITHUB_TOKEN', '');
  await ledger.project.repo.write(ledger.repository);
  const answer = await ledger.tryHarvest();
  expect(answer).toMatchObject({ code: 0, said: expect.stringContaining('GITHUB_TOKEN is not set') });
  expect(answer.said).toMatch(/reviews, checks and release notes .* are missing/);
  expect(ledger.github.calls).toEqual([]);
});

test('a repository that nothing names is harvested from git alone', async () => {
  const modules = '  - id: core\n    repository: ../core.git\n    tags: ["v{version}"]';
  const ledger = await space.hosted('unnamed', small(), { modules });
  const answer = await ledger.online();
  expect(answer.said).toContain('core: nothing tells its repository on 127.0.0.1');
  expect(ledger.github.calls).toEqual([]);
});
