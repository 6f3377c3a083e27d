import { expect, test } from 'vitest';
import { ASSET_DIGESTS, pull, worldOf } from './index.ts';
import { inRocket, post, started } from './testing.ts';

const WORLD = worldOf({ pulls: [pull({ number: 12, title: 'Faster start' })] });

test('answers like GitHub, with the state of the hour', async () => {
  const { github } = await started(WORLD);
  const { status, headers, body } = await post(github, inRocket('pullRequest(number: 12) { title }'));
  expect(status).toBe(200);
  expect(body).toEqual({ data: { repository: { pullRequest: { title: 'Faster start' } } } });
  expect(headers.get('x-ratelimit-limit')).toBe('5000');
  expect(headers.get('x-ratelimit-remaining')).toBe('4999');
  expect(headers.get('x-ratelimit-used')).toBe('1');
  expect(headers.get('x-ratelimit-resource')).toBe('graphql');
  expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
});

test('wants a token, and the right one where one is told', async () => {
  const { github } = await started(WORLD, { token: 'right' });
  const query = '{ viewer { login } }';
  expect(await post(github, query, { authorization: '' })).toMatchObject({
    status: 401,
    body: { message: 'Requires authentication' },
  });
  expect(await post(github, query)).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
  expect(await post(github, query, { authorization: 'token right' })).toMatchObject({
    body: { data: { viewer: { login: 'ledger-reader' } } },
  });
  expect(github.calls.map(({ status }) => status)).toEqual([401, 401, 200]);
});

test('refuses a field that GitHub does not have, in the words of GitHub', async () => {
  const { github } = await started(WORLD);
  const query = `query Wrong {
  repository(owner: "acme", name: "rocket") {
    first: pullRequest(number: 12) { ... on PullRequest { titel } }
  }
}`;
  expect((await post(github, query)).body).toEqual({
    errors: [
      {
        path: ['query Wrong', 'repository', 'first', '... on PullRequest', 'titel'],
        extensions: { code: 'undefinedField', typeName: 'PullRequest', fieldName: 'titel' },
        locations: [{ line: 3, column: 59 }],
        message: "Field 'titel' doesn't exist on type 'PullRequest'",
      },
    ],
  });
});

test('refuses an argument that GitHub does not have', async () => {
  const { github } = await started(WORLD);
  const { body } = await post(github, inRocket('pullRequest(number: 12, draft: true) { title }'));
  expect(body).toMatchObject({
    errors: [
      {
        path: ['query', 'repository', 'pullRequest', 'draft'],
        extensions: { code: 'argumentNotAccepted', name: 'pullRequest', argumentName: 'draft' },
        message: "Field 'pullRequest' doesn't accept argument 'draft'",
      },
    ],
  });
});

test('tells what it cannot read', async () => {
  const { github } = await started(WORLD);
  expect((await post(github, '{ repository')).body).toMatchObject({ errors: [{ locations: [{ line: 1 }] }] });
  expect(await post(github, 7)).toMatchObject({ status: 400 });
  expect(await post(github, undefined)).toMatchObject({
    status: 400,
    body: { message: 'Problems parsing JSON' },
  });
});

test('answers null and an error for what is not there', async () => {
  const { github } = await started(WORLD);
  const query = '{ a: repository(owner: "acme", name: "gone") { id } b: viewer { login } }';
  expect((await post(github, query)).body).toEqual({
    data: { a: null, b: { login: 'ledger-reader' } },
    errors: [
      {
        type: 'NOT_FOUND',
        path: ['a'],
        locations: [{ line: 1, column: 3 }],
        message: "Could not resolve to a Repository with the name 'acme/gone'.",
      },
    ],
  });
  const { body } = await post(
    github,
    inRocket(
      'a: pullRequest(number: 99) { id } b: issueOrPullRequest(number: 98) { __typename } c: object(expression: "nothing") { oid }',
    ),
  );
  expect(body).toMatchObject({
    data: { repository: { a: null, b: null, c: null } },
    errors: [
      { type: 'NOT_FOUND', message: 'Could not resolve to a PullRequest with the number of 99.' },
      { type: 'NOT_FOUND', message: 'Could not resolve to an issue or pull request with the number of 98.' },
    ],
  });
});

test('records calls, each text once', async () => {
  const { github, ask } = await started(WORLD);
  const query = `query Named($number: Int!) ${inRocket('a: pullRequest(number: $number) { title } b: id')}`;
  for (const number of [12, 12]) await ask(query, { number });
  const [one, other] = github.calls;
  expect(one).toMatchObject({
    number: 1,
    operationName: 'Named',
    variables: { number: 12 },
    aliases: 2,
    status: 200,
  });
  expect(one?.query).toBe(query);
  expect(other?.query).toBe(one?.query);
});

test('follows the world as it changes', async () => {
  const { github, ask } = await started(worldOf({ pulls: [pull({ number: 1 })] }));
  const pulls = github.world.repositories[0]?.pulls;
  if (!Array.isArray(pulls)) throw new Error('a list was given');
  pulls.push(pull({ number: 2, title: 'New' }));
  expect(await ask(inRocket('pullRequest(number: 2) { title }'))).toMatchObject({
    repository: { pullRequest: { title: 'New' } },
  });
  github.world = worldOf({ name: 'rocket-two', formerNames: ['acme/rocket'] });
  expect(await ask(inRocket('nameWithOwner'))).toEqual({ repository: { nameWithOwner: 'acme/rocket-two' } });
});

test('knows fields that the published schema lacks where they are added', async () => {
  const query = inRocket('release(tagName: "v1") { releaseAssets(first: 1) { nodes { digest } } }');
  const world = worldOf({ releases: [{ tag: 'v1', assets: [{ name: 'a.zip', digest: 'sha256:ab' }] }] });
  const plain = await started(world);
  await expect(plain.ask(query)).rejects.toThrow("Field 'digest' doesn't exist on type 'ReleaseAsset'");
  const added = await started(world, { additions: ASSET_DIGESTS });
  expect(await added.ask(query)).toEqual({
    repository: { release: { releaseAssets: { nodes: [{ digest: 'sha256:ab' }] } } },
  });
});

test('says so where it does not model a field or an argument of GitHub', async () => {
  const { ask } = await started(WORLD);
  await expect(ask(inRocket('pullRequest(number: 12) { mergeStateStatus }'))).rejects.toThrow(
    'The stand-in does not know PullRequest.mergeStateStatus.',
  );
  await expect(ask(inRocket('pullRequests(labels: ["bug"]) { totalCount }'))).rejects.toThrow(
    'The stand-in does not know pullRequests(labels:).',
  );
});
