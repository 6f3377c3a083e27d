import { writeChangeBody } from '../../../src/markdown/change-body.ts';
import { type ChangeInput, type PullRequest, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { markdownFile } from '../../store/yaml-lines.ts';
import { changeWords, instant, objectId, PEOPLE, shortlist } from './invented.ts';
import { landingOf, type PlannedModule, type PlannedRelease } from './planned-release.ts';

const HOUR = 3_600_000;

/** The record of one change: every ninth was merged without a review. */
export function changeFile(release: PlannedRelease, { id: module }: PlannedModule, number: number): string {
  const { product, version } = release;
  const { kind, title } = changeWords(number);
  const pull = pullRequest(release, module, number);
  const landing = landingOf(module, number);
  const fields: ChangeInput = {
    schema: SCHEMA_VERSION,
    id: `${module}-${number}`,
    product,
    module,
    version,
    pullRequest: number,
    identifiedBy: `the subject names it; GitHub merged #${number} with this commit`,
    title,
    kind,
    method: 'squash',
    author: pull.author?.login ?? '',
    authoredAt: pull.createdAt,
    landedBy: 'GitHub',
    landedAt: pull.mergedAt ?? pull.createdAt,
    landing,
    commits: [landing],
    wordsFrom: 'title at the merge',
    platformAsked: true,
    pullRequests: [pull],
  };
  return markdownFile(fields, writeChangeBody(`${kind}: ${title} (#${number})`));
}

function pullRequest({ at, version }: PlannedRelease, module: string, number: number): PullRequest {
  const { kind, title } = changeWords(number);
  const [author, reviewer, merger] = [0, 5, 7].map((shift) => accountOf(shortlist(PEOPLE, number + shift)));
  const headCommit = objectId(`${module} head ${number}`);
  const merged = at - (2 + (number % 6)) * HOUR;
  const repository = `plants/${module}`;
  return {
    repository,
    number,
    url: `https://git.example.org/${repository}/pull/${number}`,
    state: 'merged',
    title: `${kind}: ${title}`,
    author: author ?? null,
    merger: merger ?? null,
    createdAt: instant(merged - 4 * HOUR),
    mergedAt: instant(merged),
    base: 'main',
    head: `part-${number}`,
    headOwner: author?.login ?? null,
    headCommit,
    mergeCommit: landingOf(module, number),
    labels: [kind === 'feat' ? 'enhancement' : 'bug'],
    milestone: version,
    linkedIssues: [{ repository, number: number + 50_000, title: `Please ${title}`, how: 'closes' }],
    commits: [{ commit: headCommit, authors: [`@${author?.login}`], authoredAt: instant(merged - 4 * HOUR) }],
    ...(number % 9 > 0 && {
      reviews: [
        {
          author: reviewer ?? null,
          state: 'approved',
          at: instant(merged - HOUR),
          commit: headCommit,
          mayPush: true,
        },
      ],
    }),
    checks: [{ name: 'unit-tests', by: 'plants-ci', conclusion: 'success', at: instant(merged - HOUR) }],
    files: {
      count: 1,
      additions: 10 + (number % 90),
      deletions: number % 30,
      paths: [`src/part-${number}.go`],
    },
  };
}

function accountOf(login: string): { login: string; kind: 'user' } {
  return { login, kind: 'user' };
}
