import { changePulls } from '../history/change-pulls.ts';
import { codeBlocks } from '../history/headed-sections.ts';
import type { Account, Change, PullRequest } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Written } from './dossier.ts';
import type { ShippedChange } from './shipped-changes.ts';
import { shortCommit } from './wording.ts';

/** What keeps a change from being followed to its reason and its people. */
export interface ChangeGaps {
  /** It is shown that something is missing. */
  failures: Reason[];
  /** Nothing shows that it is there. */
  doubts: Reason[];
}

/** Kinds of changes that answer to no issue: what they do is said by what they are. */
const WITHOUT_ISSUE = new Set(['deps', 'docs', 'ci', 'test', 'style', 'chore', 'build', 'revert']);
const CUT_OFF = /(?:…|\.{3})$/;
const UNFINISHED = /^(?:fixup!|squash!|amend!|wip\b)/i;
/** Trailers say who, not why. */
const TRAILER = /^(?:Signed-off-by|Co-authored-by|Reviewed-by|Acked-by|Tested-by|Change-Id): .*$/gim;

type Gap = { is: 'failure' | 'doubt'; text: string };

/** Looks for a change's pull request, issue, message, author and merger. */
export function changeGaps({ id, record }: ShippedChange): ChangeGaps {
  if (record === null)
    return { failures: [], doubts: [{ text: `there is no record of ${id}`, record: null }] };
  const gaps = [...originGaps(record), ...issueGaps(record.data), ...messageGaps(record)];
  const reasonsOf = (kind: Gap['is']): Reason[] =>
    gaps.filter(({ is }) => is === kind).map(({ text }) => ({ text, record: record.path }));
  return { failures: reasonsOf('failure'), doubts: reasonsOf('doubt') };
}

/** Where it is from and who brought it: a pull request as the platform knows it, or a commit that says why. */
function originGaps(record: Written<Change>): Gap[] {
  const { id, landing, landedBy, platformAsked } = record.data;
  const { carrier, original } = changePulls(record.data);
  const pull = carrier ?? original;
  if (pull !== null) return peopleGaps(id, pull);
  if (platformAsked !== true)
    return [doubt(`${id}: the platform was not asked for its pull request, author and merger`)];
  if (explanationOf(record) !== '') return [];
  const commit = `commit ${shortCommit(landing)} of ${landedBy}`;
  return [failure(`${id}: ${commit} has no pull request and does not say why`)];
}

function peopleGaps(id: string, { number, author, merger, state }: PullRequest): Gap[] {
  const name = `${id}: #${number}`;
  return [
    ...(author === null ? [doubt(`${name} is of an account that is gone`)] : []),
    ...(merger === null ? [doubt(`${name} is ${state}, and who merged it is not known`)] : []),
  ];
}

function issueGaps({ id, kind, dependency, issues, pullRequests }: Change): Gap[] {
  const pulls = pullRequests ?? [];
  const linked =
    (issues ?? []).length > 0 || pulls.some(({ linkedIssues }) => (linkedIssues ?? []).length > 0);
  const needsNone = WITHOUT_ISSUE.has(kind) || dependency !== undefined || pulls.some(isOfBot);
  return linked || needsNone ? [] : [failure(`${id} is linked to no issue`)];
}

function isOfBot({ author }: { author: Account | null }): boolean {
  return author?.kind === 'bot';
}

/** A squash leaves nothing but its message: what its commits said is gone with them. */
function messageGaps(record: Written<Change>): Gap[] {
  const { id, title, method } = record.data;
  if (title.trim() === '') return [failure(`${id} has no title`)];
  if (CUT_OFF.test(title)) return [failure(`${id}: its title is cut off: "${title}"`)];
  if (UNFINISHED.test(title)) return [failure(`${id}: its title says that it is unfinished: "${title}"`)];
  if (method !== 'squash') return [];
  return explanationOf(record) === ''
    ? [failure(`${id}: its squash message says nothing below its title`)]
    : [];
}

/** What the message says below its title, and the pull request of itself. */
function explanationOf({ body }: Written<Change>): string {
  const [message = body, ...descriptions] = codeBlocks(body);
  const below = message.trim().split('\n').slice(1).join('\n').replace(TRAILER, '');
  return [below, ...descriptions]
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
}

function failure(text: string): Gap {
  return { is: 'failure', text };
}

function doubt(text: string): Gap {
  return { is: 'doubt', text };
}
