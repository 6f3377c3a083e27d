/** GitHub's GraphQL address: `GITHUB_GRAPHQL_URL`, which GitHub Actions sets as well, else github.com's. */
export function gitHubUrl(): string {
  return process.env['GITHUB_GRAPHQL_URL'] || 'https://api.github.com/graphql';
}
