import type { PlatformFacts } from '../../facts/platform-facts.ts';
import { edit, type Finding, type Mend, shell } from '../../finding.ts';

/** Below this share of an hour's points a harvest of a few hundred pull requests may have to wait. */
const FEW = 0.1;

/** Whether the platform can be asked at all. */
export function token({ token, url }: PlatformFacts): Finding[] {
  switch (token.is) {
    case 'unset':
      return [
        found(
          'token-unset',
          'gap',
          'GITHUB_TOKEN is not set: pull requests that no message names, reviews, checks and release notes in descriptions are not harvested.',
          SET,
        ),
      ];
    case 'malformed':
      return [found('token-malformed', 'broken', `GITHUB_TOKEN is no token: ${token.says}.`, SET)];
    case 'refused':
      return [
        found('token-refused', 'broken', `${sentence(token.says)}: it has expired, or was revoked.`, NEW),
      ];
    case 'unanswered':
      return [
        found(
          'platform-silent',
          'gap',
          `${sentence(token.says)}. It was asked at ${url}.`,
          edit('Check the network and GITHUB_GRAPHQL_URL; what needs no network: ledger doctor --offline'),
        ),
      ];
    case 'spent':
      return [spent(token.until)];
    case 'valid':
      return token.remaining < token.limit * FEW ? [few(token)] : [];
  }
}

const SET = shell('export GITHUB_TOKEN="$(gh auth token)"');
const NEW = edit(
  'Make a new one at https://github.com/settings/tokens and set GITHUB_TOKEN to it; in GitHub Actions that is github.token.',
);

function found(id: string, severity: Finding['severity'], says: string, mend: Mend): Finding {
  return { id, severity, product: null, says, mend };
}

function spent(until: string | null): Finding {
  const when = until === null ? '' : ` It is lifted at ${until}.`;
  return found(
    'rate-limit-reached',
    'gap',
    `GitHub's limit is reached, so that nothing more could be asked.${when}`,
    edit('Ask again then. A harvest waits for it by itself.'),
  );
}

function few({ remaining, limit, resetAt }: { remaining: number; limit: number; resetAt: string }): Finding {
  const says = `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')} points of GitHub's hourly limit are left, until ${resetAt}.`;
  return found(
    'rate-limit-low',
    'hint',
    says,
    edit('Harvest after that; a harvest that meets the limit waits for it by itself.'),
  );
}

function sentence(text: string): string {
  return text.replace(/\.$/, '');
}
