import type { PackedRelease } from '../packed-release.ts';
import { type Markup, markup } from './markup.ts';
import { code, recordLink, section, table } from './table.ts';

/** Every change that the release brought. */
export function changeSection({ dossier }: PackedRelease): Markup {
  const rows = dossier.changes.map(({ data, path }) => [
    recordLink(path, data.id),
    data.title,
    data.author,
    data.landedBy,
    data.landedAt,
    data.pullRequests?.[0]?.url ?? (data.pullRequest === null ? 'none' : `#${data.pullRequest}`),
    code(data.landing),
  ]);
  const heads = ['Change', 'Title', 'Author', 'Landed by', 'Landed at', 'Pull request', 'Commit'];
  const sum = dossier.release?.data.sum;
  const counts =
    sum === undefined
      ? null
      : markup`<p class="small">${sum.commits} commits: ${sum.published} published, ${sum.excluded} excluded, ${sum.cancelled} cancelled, ${sum.folded} folded, ${sum.unresolved} unresolved.</p>`;
  const listed = table(heads, rows);
  return section('Changes', listed && markup`${counts}${listed}`, 'It brought no change.');
}

/** Where and when it was deployed, and what was put back. */
export function deploymentSection({ dossier, version }: PackedRelease): Markup {
  const rows = dossier.deployments
    .filter(({ data }) => data.version === version || data.rollback?.from === version)
    .map(({ data, body, path }) => [
      data.environment,
      recordLink(path, `${data.kind} of ${data.version}`),
      data.at,
      data.finishedAt ?? '–',
      data.outcome,
      data.by ?? 'not known',
      markup`<p class="said">${body.trim()}</p>`,
    ]);
  const heads = ['Environment', 'What', 'Began', 'Ended', 'Outcome', 'By', 'Why'];
  return section('Deployments', table(heads, rows), 'No deployment of it is recorded.');
}
