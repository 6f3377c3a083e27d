import {
  type Account,
  type Change,
  type ChangeInput,
  ChangeSchema,
  type PullRequest,
  PullRequestSchema,
  type Review,
} from '../../records/index.ts';
import type { Written } from '../dossier.ts';
import { at, FOLDER, objectId, PRODUCT, VERSION } from './constants.ts';

/** The head that was merged, the one before it, and one that a force push took away. */
export const HEADS = { merged: objectId('3e'), older: objectId('2e'), gone: objectId('1e') } as const;
export const MERGED_AT = at('12:00', '2026-02-02');

/** A person's account on the platform. */
export function user(login: string): Account {
  return { login, kind: 'user' };
}

/** An approval of the merged head two hours before the merge, by somebody who may push. */
export function review(login: string | null, more: Partial<Review> = {}): Review {
  const author = login === null ? null : user(login);
  const time = at('10:00', '2026-02-02');
  return { author, state: 'approved', at: time, commit: HEADS.merged, mayPush: true, ...more };
}

/** A pull request that gita wrote, hugo approved and asha merged. */
export function pull(number: number, more: Partial<PullRequest> = {}): PullRequest {
  return PullRequestSchema.parse({
    repository: `example/${PRODUCT}`,
    number,
    url: `https://git.example.org/example/${PRODUCT}/pull/${number}`,
    state: 'merged',
    title: 'fix: keep the light on',
    author: user('gita'),
    merger: user('asha'),
    createdAt: at('08:00', '2026-02-02'),
    mergedAt: MERGED_AT,
    base: 'staging',
    head: 'fix',
    headOwner: 'gita',
    headCommit: HEADS.merged,
    mergeCommit: objectId('7e'),
    commits: [HEADS.older, HEADS.merged].map((commit) => ({
      commit,
      authors: ['@gita'],
      authoredAt: at('07:00', '2026-02-02'),
    })),
    linkedIssues: [{ repository: `example/${PRODUCT}`, number: 5, title: 'Dark', how: 'closes' }],
    milestone: VERSION,
    reviews: [review('hugo')],
    files: { count: 1, additions: 2, deletions: 1, paths: ['lamp.go'] },
    ...more,
  });
}

/** The record of a change that came by one pull request, "lantern-api-21". */
export function change(
  id: string,
  more: Partial<ChangeInput> = {},
  facts: Partial<PullRequest> = {},
): Written<Change> {
  const [, module = id, number = '1'] = /^(.*)-(\w+)$/.exec(id) ?? [];
  const data = ChangeSchema.parse({
    schema: 1,
    id,
    product: PRODUCT,
    module,
    version: VERSION,
    pullRequest: Number(number),
    identifiedBy: `the platform merged #${number} with this commit`,
    title: 'keep the light on',
    kind: 'fix',
    method: 'squash',
    author: 'gita',
    authoredAt: at('07:00', '2026-02-02'),
    landedBy: 'GitHub',
    landedAt: MERGED_AT,
    landing: objectId('7e'),
    commits: [objectId('7e')],
    platformAsked: true,
    pullRequests: [pull(Number(number), facts)],
    ...more,
  });
  const body = `\`\`\`text\nfix: keep the light on (#${number})\n\nIt went out after an hour.\n\`\`\`\n`;
  return { path: `${FOLDER}/changes/${id}.md`, data, body };
}

/** A change that came without a pull request, as the platform says. */
export function directChange(id: string, more: Partial<ChangeInput> = {}): Written<Change> {
  const { pullRequests: _, ...data } = change(id, { method: 'direct', ...more }).data;
  return { ...change(id), data: ChangeSchema.parse({ ...data, pullRequest: null }) };
}
