import type { GitHub } from '../../sources/github/client.ts';
import { AREAS, type Area, type RepositoryAccess } from './platform-facts.ts';

/** What a harvest reads, as little of it as there is. */
const FIELDS: Readonly<Record<Area, string>> = {
  contents: 'defaultBranchRef { target { oid } }',
  'pull requests': 'pullRequests(first: 1) { totalCount }',
  issues: 'issues(first: 1) { totalCount }',
  checks:
    'defaultBranchRef { target { ... on Commit { statusCheckRollup { contexts(first: 1) { totalCount } } } } }',
  deployments: 'deployments(first: 1) { totalCount }',
};
const ALL = Object.keys(AREAS) as Area[];

/** What a token may see of a repository: one question, and one for each area where that fails. */
export async function askForRepository(github: GitHub, name: string): Promise<RepositoryAccess> {
  const whole = await asked(github, name, ALL);
  if (whole.is === 'answered') return { is: 'seen', name: whole.name };
  if (/Could not resolve to a Repository/.test(whole.says)) return { is: 'invisible' };
  if (/\bSAML\b/.test(whole.says)) return { is: 'guarded', says: whole.says };
  const answers: { area: Area; says: string | null }[] = [];
  for (const area of ALL) {
    const answer = await asked(github, name, [area]);
    answers.push({ area, says: answer.is === 'failed' ? answer.says : null });
  }
  const lacking = answers.filter(({ says }) => says !== null);
  if (lacking.length === 0 || lacking.length === ALL.length) return { is: 'unanswered', says: whole.says };
  return { is: 'lacking', areas: lacking.map(({ area }) => area), says: lacking[0]?.says ?? '' };
}

type Answer = { is: 'answered'; name: string } | { is: 'failed'; says: string };

async function asked(github: GitHub, fullName: string, areas: readonly Area[]): Promise<Answer> {
  const [owner = '', name = ''] = fullName.split('/');
  const fields = ['nameWithOwner', ...areas.map((area) => FIELDS[area])].join(' ');
  const query = `query Doctor($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`;
  try {
    const { data } = await github.ask<{ repository: { nameWithOwner: string } }>(query, { owner, name });
    return { is: 'answered', name: data.repository.nameWithOwner };
  } catch (error) {
    return { is: 'failed', says: wordsOf(error) };
  }
}

/** GitHub's own words, without ours before them. */
function wordsOf(error: unknown): string {
  const [head = '', ...lines] = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.length === 0 ? head : lines.map((line) => line.trim().replace(/^[\w.]+: /, '')).join('; ');
}
