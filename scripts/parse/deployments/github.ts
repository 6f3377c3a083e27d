import { type DeploymentOutcome, WebAddressSchema } from '../../../src/records/index.ts';
import type { DeploymentAnswer, DeploymentStatusAnswer } from '../../sources/github/answers.ts';
import { platformInstant, present } from '../github/values.ts';
import { numberInNodeId } from './node-number.ts';

/** A deployment as GitHub tells it, in the terms of records. */
export interface PlatformDeployment {
  /** The platform's number; null where it does not tell. */
  id: number | null;
  /** As the platform names it. */
  environment: string;
  commit: string;
  /** The tag that was asked for; null for a branch, for a bare commit, and where the tag is gone. */
  tag: string | null;
  /** A login. */
  creator: string | null;
  isRollback: boolean;
  at: string;
  finishedAt: string | null;
  outcome: DeploymentOutcome;
  /** The run that deployed. */
  url: string | null;
  /** What whoever asked for it said, and why it failed. */
  words: string;
}

const ENDS = new Map<string, DeploymentOutcome>([
  ['SUCCESS', 'succeeded'],
  ['FAILURE', 'failed'],
  ['ERROR', 'failed'],
]);
const OPEN: ReadonlySet<string> = new Set(['PENDING', 'QUEUED', 'WAITING', 'IN_PROGRESS']);

/** Turns GitHub's answer into what records need. Statuses are all there, in any order. */
export function parseDeployment(answer: DeploymentAnswer): PlatformDeployment {
  const statuses = present(answer.statuses).reverse().sort(byTime);
  const created = platformInstant(answer.createdAt);
  const end = endOf(statuses);
  const ended = end === undefined ? null : platformInstant(end.createdAt);
  const began = statuses.find(({ state }) => state === 'IN_PROGRESS')?.createdAt;
  const at = began === undefined ? created : platformInstant(began);
  return {
    id: answer.databaseId ?? numberInNodeId(answer.id),
    environment: answer.environment ?? '',
    commit: answer.commitOid,
    tag: answer.ref?.prefix === 'refs/tags/' ? answer.ref.name : null,
    creator: answer.creator?.login ?? null,
    isRollback: /^roll-?back\b/i.test(answer.task ?? ''),
    // A job that is run again is in progress once more after its first end.
    at: ended !== null && at > ended ? created : at,
    finishedAt: ended,
    outcome: outcomeOf(end, statuses, answer.state),
    url: addressOf(end, statuses),
    words: wordsOf(answer, end),
  };
}

/** The first status that said how it ended, of those that agree with the last one that does. */
function endOf(statuses: readonly DeploymentStatusAnswer[]): DeploymentStatusAnswer | undefined {
  const ends = statuses.filter(({ state }) => ENDS.has(state));
  const outcome = ENDS.get(ends.at(-1)?.state ?? '');
  const turn = ends.findLastIndex(({ state }) => ENDS.get(state) !== outcome);
  return ends[turn + 1];
}

/** Without an end: what is "ABANDONED", "DESTROYED" or "INACTIVE" is under way no more, and nobody said how it went. */
function outcomeOf(
  end: DeploymentStatusAnswer | undefined,
  statuses: readonly DeploymentStatusAnswer[],
  state: string | null,
): DeploymentOutcome {
  const ended = ENDS.get(end?.state ?? '');
  if (ended !== undefined) return ended;
  const last = statuses.at(-1)?.state ?? 'PENDING';
  return OPEN.has(last) && OPEN.has(state ?? 'PENDING') ? 'running' : 'unknown';
}

function addressOf(
  end: DeploymentStatusAnswer | undefined,
  statuses: readonly DeploymentStatusAnswer[],
): string | null {
  const addresses = [end, ...statuses.toReversed()].map((status) => status?.logUrl ?? '');
  return addresses.find((address) => WebAddressSchema.safeParse(address).success) ?? null;
}

function wordsOf({ description }: DeploymentAnswer, end: DeploymentStatusAnswer | undefined): string {
  const why = ENDS.get(end?.state ?? '') === 'failed' ? end?.description : null;
  return [description, why].filter((words) => words != null && words.trim() !== '').join('\n');
}

function byTime(a: DeploymentStatusAnswer, b: DeploymentStatusAnswer): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt);
}
