import { expect, onTestFinished, test } from 'vitest';
import { type Faults, type GitHubOptions, pull, startGitHub, worldOf } from '../github-stand-in/index.ts';
import { repositories } from './checks/platform/repositories.ts';
import { token } from './checks/platform/token.ts';
import { askPlatform } from './facts/ask-platform.ts';
import type { Finding } from './finding.ts';
import { canBeTyped } from './testing/can-be-typed.ts';
import { QUIET } from './testing/no-trouble.ts';

const WORLD = worldOf({
  pulls: [pull({ number: 1 })],
  refs: { main: 'merge' },
  formerNames: ['acme/engine'],
});
const CORE = { name: 'acme/rocket', product: 'core' };

interface Given extends GitHubOptions {
  asks?: readonly { name: string; product: string }[];
  own?: string;
}

async function asked({ asks = [CORE], own = 'secret', ...options }: Given = {}) {
  const github = await startGitHub(WORLD, options);
  onTestFinished(() => github.stop());
  const facts = await askPlatform({
    url: github.url,
    token: own,
    fetch,
    progress: QUIET,
    repositories: asks,
  });
  const found: Finding[] = [...token(facts), ...repositories(facts)];
  for (const { mend } of found) await canBeTyped(mend);
  expect(JSON.stringify(found)).not.toContain('secret');
  return { found, facts, calls: github.calls.length };
}

function forbidden(field: string | undefined, message: string): Faults {
  return { refused: [{ ...(field !== undefined && { field }), message }] };
}

const KEPT = 'Resource not accessible by personal access token';

test('a token that sees everything is no finding, and costs two questions', async () => {
  const { found, facts, calls } = await asked();
  expect(found).toEqual([]);
  expect(facts.token).toMatchObject({ is: 'valid', login: 'ledger-reader' });
  expect(calls).toBe(2);
});

test.each<[id: string, severity: Finding['severity'], given: Given, says: string]>([
  ['token-unset', 'gap', { own: '' }, 'GITHUB_TOKEN is not set'],
  ['token-malformed', 'broken', { own: 'se cret' }, 'GITHUB_TOKEN is no token'],
  ['token-refused', 'broken', { token: 'another' }, 'Bad credentials'],
  [
    'rate-limit-reached',
    'gap',
    { faults: { primaryLimit: { afterCalls: 0, resetInSeconds: 600 } } },
    'It is lifted at 20',
  ],
  ['rate-limit-reached', 'gap', { faults: { secondaryLimit: { atCall: 1 } } }, 'limit is reached'],
  ['rate-limit-low', 'hint', { rateLimit: 1 }, '0 of 1 points'],
  ['platform-silent', 'gap', { faults: { statusUnavailable: [1] } }, 'It was asked at http://127.0.0.1'],
  ['platform-silent', 'gap', { faults: { dropConnections: [1] } }, 'GitHub did not answer'],
  [
    'repository-invisible',
    'broken',
    { asks: [{ name: 'acme/hidden', product: 'core' }] },
    'GitHub has no acme/hidden',
  ],
  [
    'repository-renamed',
    'hint',
    { asks: [{ name: 'acme/engine', product: 'core' }] },
    'is called acme/rocket now',
  ],
  [
    'token-without-single-sign-on',
    'broken',
    {
      faults: forbidden(
        undefined,
        'Resource protected by organization SAML enforcement. You must grant your token access.',
      ),
    },
    'guarded by single sign-on',
  ],
  [
    'token-lacks-permission',
    'broken',
    { faults: forbidden('pullRequests', KEPT) },
    'may not read pull requests of acme/rocket',
  ],
  [
    'token-lacks-permission',
    'broken',
    { faults: forbidden('deployments', KEPT) },
    'may not read deployments of acme/rocket',
  ],
  [
    'repository-unanswered',
    'gap',
    { faults: { somethingWentWrong: [2, 3, 4, 5, 6, 7] } },
    'could not be found out',
  ],
])('%s (%s)', async (id, severity, given, says) => {
  const { found } = await asked(given);
  expect(found.map((each) => [each.id, each.severity])).toEqual([[id, severity]]);
  expect(found[0]?.says).toContain(says);
});

test('each permission that is lacking is named as GitHub names it', async () => {
  const { found } = await asked({
    faults: {
      refused: [
        { field: 'pullRequests', message: KEPT },
        { field: 'issues', message: KEPT },
      ],
    },
  });
  expect(found[0]?.mend).toEqual({
    kind: 'edit',
    text: expect.stringContaining('Pull requests: read; Issues: read'),
  });
});

test('a classic token without the scope for private repositories is told so', async () => {
  const asks = [{ name: 'acme/hidden', product: 'core' }];
  const { found } = await asked({ asks, scopes: 'public_repo, read:org' });
  expect(found[0]?.says).toContain('its scopes are public_repo, read:org');
  expect(found[0]?.mend).toEqual({ kind: 'edit', text: expect.stringContaining('the scope "repo"') });
  const { found: others } = await asked({ asks, scopes: 'repo' });
  expect(others[0]?.mend).toEqual({ kind: 'edit', text: expect.not.stringContaining('the scope') });
});

test('of several repositories the one that cannot be seen is named alone', async () => {
  const { found } = await asked({ asks: [CORE, { name: 'acme/hidden', product: 'web' }, CORE] });
  expect(found.map(({ id, product }) => [id, product])).toEqual([['repository-invisible', 'web']]);
});

test('an address that is none is no crash', async () => {
  const facts = await askPlatform({
    url: 'nowhere',
    token: 'x',
    fetch,
    progress: QUIET,
    repositories: [CORE],
  });
  expect(facts.token).toMatchObject({
    is: 'unanswered',
    says: expect.stringContaining('no GraphQL address'),
  });
});
