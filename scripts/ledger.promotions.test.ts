import { describe, expect, test } from 'vitest';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { mergePullRequest, type RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

const MODULES = `  - id: core
    repository: ../core.git
    branch: main
    staging: staging
    tags: ["v{version}"]`;

async function harvested(name: string, repo: RepositoryBuilder, rest = ''): Promise<TestLedger> {
  const ledger = space.ledger(name);
  ledger.writePolicy(MODULES, rest);
  await repo.write(ledger.repository);
  await ledger.harvest();
  return ledger;
}

/** A change on the staging branch, ready to be promoted. */
function staged(): RepositoryBuilder {
  const repo = started();
  repo.branch('staging');
  repo.commit({ on: 'staging', message: 'feat: count replicas (#11)' });
  return repo;
}

function promote(repo: RepositoryBuilder, files = {}): void {
  mergePullRequest(repo, {
    number: 20,
    title: 'Promote',
    from: 'staging',
    into: 'main',
    keepBranch: true,
    files,
  });
}

describe('how a release was promoted', () => {
  test('is told by the merge, what it merged, and their files', async () => {
    const repo = staged();
    const tested = repo.tip('staging');
    promote(repo);
    repo.tag('v1.1.0');
    const ledger = await harvested('promoted', repo);
    expect(ledger.release('1.1.0').promotion).toEqual({
      commit: repo.tip().id,
      staging: tested.id,
      sameTree: true,
      extra: [],
    });
  });

  test('a commit beside the promotion, or after it, is told', async () => {
    const repo = staged();
    promote(repo);
    const extra = repo.commit({ message: 'One more thing' });
    repo.tag('v1.1.0');
    const ledger = await harvested('extra', repo);
    expect(ledger.release('1.1.0').promotion).toMatchObject({ sameTree: true, extra: [extra.id] });
  });

  test('a merge that changes what was tested has other files', async () => {
    const repo = staged();
    promote(repo, { 'secret.txt': 'slipped in\n' });
    repo.tag('v1.1.0');
    const ledger = await harvested('slipped', repo);
    expect(ledger.release('1.1.0').promotion).toMatchObject({ sameTree: false, extra: [] });
  });

  test('a message that only says so promotes nothing', async () => {
    const repo = started();
    repo.commit({ message: 'Merge pull request #20 from acme/staging\n\nPromote' });
    repo.tag('v1.1.0');
    const ledger = await harvested('said', repo);
    expect(ledger.release('1.1.0')).not.toHaveProperty('promotion');
  });
});

test('the branches that hold a release are those that releases are cut from', async () => {
  const repo = staged();
  repo.branch('release-1.1', 'main');
  repo.branch('topic', 'main');
  const commit = repo.commit({ on: 'release-1.1', message: 'Cut it' });
  repo.commit({ on: 'topic', message: 'Try it' });
  repo.tag('v1.1.0', commit);
  repo.tag('v1.2.0', repo.tip('topic'));
  const ledger = await harvested('branches', repo, 'releaseBranches: ["release-{major}.{minor}"]\n');
  expect(ledger.release('1.1.0').branches).toEqual(['release-1.1']);
  expect(ledger.release('1.2.0').branches).toEqual([]);
});
