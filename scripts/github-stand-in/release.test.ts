import { expect, test } from 'vitest';
import { hour, oidOf, pull, worldOf } from './index.ts';
import { inRocket, started } from './testing.ts';

test('releases, the newest first, with what belongs to them', async () => {
  const { ask } = await started(
    worldOf({
      releases: [
        { tag: 'v1', createdAt: hour(1), tagCommit: oidOf('v1'), assets: [{ name: 'a.zip', size: 7 }] },
        { tag: 'v2-rc', createdAt: hour(2), prerelease: true, name: null, author: null },
        { tag: 'v2', createdAt: hour(3), draft: true },
      ],
    }),
  );
  const selection = `nodes { tagName name isLatest isDraft isPrerelease publishedAt author { login }
    tagCommit { oid } tag { name } releaseAssets(first: 9) { totalCount nodes { name size contentType downloadUrl } } }`;
  const order = 'orderBy: {field: CREATED_AT, direction: DESC}';
  const none = { tagCommit: null, tag: null, releaseAssets: { totalCount: 0, nodes: [] }, isLatest: false };
  expect(await ask(inRocket(`releases(first: 9, ${order}) { ${selection} }`))).toEqual({
    repository: {
      releases: {
        nodes: [
          {
            ...none,
            tagName: 'v2',
            name: 'v2',
            isDraft: true,
            isPrerelease: false,
            publishedAt: null,
            author: { login: 'release-manager' },
          },
          {
            ...none,
            tagName: 'v2-rc',
            name: null,
            isDraft: false,
            isPrerelease: true,
            publishedAt: hour(2),
            author: null,
          },
          {
            tagName: 'v1',
            name: 'v1',
            isLatest: true,
            isDraft: false,
            isPrerelease: false,
            publishedAt: hour(1),
            author: { login: 'release-manager' },
            tagCommit: { oid: oidOf('v1') },
            tag: { name: 'v1' },
            releaseAssets: {
              totalCount: 1,
              nodes: [
                {
                  name: 'a.zip',
                  size: 7,
                  contentType: 'application/octet-stream',
                  downloadUrl: 'https://github.com/acme/rocket/releases/download/v1/a.zip',
                },
              ],
            },
          },
        ],
      },
    },
  });
  expect(await ask(inRocket('release(tagName: "v9") { id } latestRelease { tagName }'))).toEqual({
    repository: { release: null, latestRelease: { tagName: 'v1' } },
  });
});

test('deployments with what became of them, the newest status first', async () => {
  const { ask } = await started(
    worldOf({
      refs: { v1: oidOf('d') },
      deployments: [
        { environment: 'staging', commit: oidOf('d'), createdAt: hour(1) },
        {
          environment: 'production',
          commit: oidOf('d'),
          ref: 'v1',
          createdAt: hour(2),
          creator: 'ops',
          statuses: [
            { state: 'IN_PROGRESS', at: hour(3) },
            {
              state: 'SUCCESS',
              at: hour(4),
              environmentUrl: 'https://rocket.example',
              logUrl: 'https://log.example',
            },
          ],
        },
      ],
    }),
  );
  const selection = `nodes { environment state commitOid commit { oid } ref { name } creator { login }
    latestStatus { state } statuses(first: 9) { nodes { state createdAt environmentUrl logUrl creator { login } } } }`;
  const creator = { login: 'ops' };
  expect(await ask(inRocket(`deployments(first: 9, environments: ["production"]) { ${selection} }`))).toEqual(
    {
      repository: {
        deployments: {
          nodes: [
            {
              environment: 'production',
              state: 'ACTIVE',
              commitOid: oidOf('d'),
              commit: { oid: oidOf('d') },
              ref: { name: 'v1' },
              creator,
              latestStatus: { state: 'SUCCESS' },
              statuses: {
                nodes: [
                  {
                    state: 'SUCCESS',
                    createdAt: hour(4),
                    environmentUrl: 'https://rocket.example',
                    logUrl: 'https://log.example',
                    creator,
                  },
                  { state: 'IN_PROGRESS', createdAt: hour(3), environmentUrl: null, logUrl: null, creator },
                ],
              },
            },
          ],
        },
      },
    },
  );
});

test('the default branch stands at the last merge unless it is told', async () => {
  const query = inRocket('defaultBranchRef { name target { oid } } object(expression: "HEAD") { oid }');
  const merged = await started(worldOf({ pulls: [pull({ number: 1 }), pull({ number: 2, state: 'OPEN' })] }));
  const at = (oid: string, name: string) => ({
    repository: { defaultBranchRef: { name, target: { oid } }, object: { oid } },
  });
  expect(await merged.ask(query)).toEqual(at(oidOf('merge-1'), 'main'));
  const told = await started(worldOf({ defaultBranch: 'develop', refs: { develop: oidOf(7) } }));
  expect(await told.ask(query)).toEqual(at(oidOf(7), 'develop'));
});
