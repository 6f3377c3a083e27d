import { AREAS, type AskedRepository, type PlatformFacts } from '../../facts/platform-facts.ts';
import { edit, type Finding, type Mend } from '../../finding.ts';
import { listed } from '../../listed.ts';

/** Whether the token may see what a harvest reads of each repository. */
export function repositories({ token, repositories }: PlatformFacts): Finding[] {
  const scopes = token.is === 'valid' ? token.scopes : null;
  return repositories.flatMap(({ name, product, access }): Finding[] => {
    const told = toldOf(name, access, scopes);
    return told === null ? [] : [{ severity: 'broken', product, ...told }];
  });
}

type Told = Pick<Finding, 'id' | 'says' | 'mend'> & { severity?: Finding['severity'] };

function toldOf(name: string, access: AskedRepository['access'], scopes: string | null): Told | null {
  switch (access.is) {
    case 'seen':
      return access.name.toLowerCase() === name.toLowerCase() ? null : renamed(name, access.name);
    case 'invisible':
      return {
        id: 'repository-invisible',
        says: `GitHub has no ${name}, or the token may not see it${scopes === null ? '' : `; its scopes are ${scopes === '' ? 'none' : scopes}`}.`,
        mend: grant(name, scopes),
      };
    case 'guarded':
      return {
        id: 'token-without-single-sign-on',
        says: `${name} is guarded by single sign-on, and the token was not let in: ${access.says}`,
        mend: edit(
          'At https://github.com/settings/tokens choose "Configure SSO" at the token, and authorize the organization.',
        ),
      };
    case 'lacking':
      return {
        id: 'token-lacks-permission',
        says: `The token may not read ${listed(access.areas)} of ${name}: ${access.says}.`.replace(
          /\.\.$/,
          '.',
        ),
        mend: edit(
          `Give the token: ${access.areas.map((area) => AREAS[area]).join('; ')} (https://github.com/settings/tokens).`,
        ),
      };
    case 'unanswered':
      return {
        id: 'repository-unanswered',
        severity: 'gap',
        says: `What the token may read of ${name} could not be found out: ${access.says.replace(/\.$/, '')}.`,
        mend: edit('Ask again in some minutes.'),
      };
  }
}

function renamed(name: string, now: string): Told {
  return {
    id: 'repository-renamed',
    severity: 'hint',
    says: `${name} is called ${now} now: the old name works until somebody else takes it.`,
    mend: edit(`Write "github: ${now}" at the module in the policy.`),
  };
}

/** A classic token has scopes, the others are given repositories. */
function grant(name: string, scopes: string | null): Mend {
  if (scopes !== null && !scopes.split(/,\s*/).includes('repo'))
    return edit(
      `Mend "github" in the policy, or give the token the scope "repo", without which it sees no private repository.`,
    );
  return edit(
    `Mend "github" in the policy, or let the token see ${name} (https://github.com/settings/tokens).`,
  );
}
