const FORMS = [
  /^(?:https?|ssh|git):\/\/(?:[^@/]+@)?([^/:]+)(?::\d+)?\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/,
  /^(?:[^@/:]+@)?([^/:@]+):([^/]+)\/([^/]+?)(?:\.git)?\/?$/,
];

/** The repository, as "owner/name", that a clone's remote address names on a host; null where it names none there. */
export function repositoryOnHost(remote: string, host: string): string | null {
  for (const form of FORMS) {
    const [, where, owner, name] = form.exec(remote.trim()) ?? [];
    if (where?.toLowerCase() === host.toLowerCase()) return `${owner}/${name}`;
  }
  return null;
}

/** The host of repositories that a GraphQL address serves: "api.github.com" answers for "github.com". */
export function hostOf(graphqlUrl: string): string {
  const { host } = new URL(graphqlUrl);
  return host === 'api.github.com' ? 'github.com' : host.replace(/^api\.(?=[^.]+\.ghe\.com$)/, '');
}
