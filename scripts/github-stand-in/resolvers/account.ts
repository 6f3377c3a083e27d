import { nodeId, numberOf } from '../lookup/identity.ts';
import type { Fields } from '../query/resolvers.ts';
import type { AccountView } from '../views.ts';

/** Accounts of every kind. */
export const ACCOUNT: Fields<AccountView> = {
  id: ({ __typename, login }) => nodeId(__typename === 'Bot' ? 'BOT' : (__typename[0] ?? 'U'), login),
  databaseId: ({ login, described }) => described.id ?? numberOf(login),
  login: ({ login }) => login,
  name: ({ login, described }) => described.name ?? login,
  email: ({ login }) => `${login}@example.com`,
  url: (account) => `https://github.com${path(account)}`,
  resourcePath: path,
  avatarUrl: ({ login, described }) =>
    `https://avatars.githubusercontent.com/u/${described.id ?? numberOf(login)}?v=4`,
  createdAt: () => '2020-01-01T00:00:00Z',
  user: () => null,
};

function path({ __typename, login }: AccountView): string {
  return __typename === 'Bot' ? `/apps/${login}` : `/${login}`;
}
