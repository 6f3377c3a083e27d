import { expect, test } from 'vitest';
import { hostOf, repositoryOnHost } from './address.ts';

test.each([
  'https://github.com/acme/rocket',
  'https://github.com/acme/rocket.git/',
  'https://token@github.com/acme/rocket.git',
  'https://GitHub.com:443/acme/rocket',
  'git@github.com:acme/rocket.git',
  'github.com:acme/rocket',
  'ssh://git@github.com:22/acme/rocket.git\n',
  'git://github.com/acme/rocket',
])('%s is acme/rocket', (remote) => {
  expect(repositoryOnHost(remote, 'github.com')).toBe('acme/rocket');
});

test.each([
  '',
  '/srv/git/acme/rocket.git',
  '../github.com/acme/rocket',
  'https://github.com.example.org/acme/rocket',
  'https://example.org/github.com/rocket',
  'https://github.com/acme',
  'https://github.com/acme/rocket/pull/1',
  'git@gitlab.example.org:acme/rocket.git',
])('"%s" is no repository there', (remote) => {
  expect(repositoryOnHost(remote, 'github.com')).toBeNull();
});

test.each([
  ['https://api.github.com/graphql', 'github.com'],
  ['https://github.example.org/api/graphql', 'github.example.org'],
  ['https://api.acme.ghe.com/graphql', 'acme.ghe.com'],
  ['http://127.0.0.1:8080/api/graphql', '127.0.0.1:8080'],
])('%s answers for %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
