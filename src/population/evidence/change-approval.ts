import type { Change, PullRequest } from '../../records/index.ts';
import { authorsOf } from '../../verdict/authors.ts';
import { directChange } from '../../verdict/direct-change.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type FourEyes, fourEyes } from '../../verdict/four-eyes.ts';
import { ownPullRequest } from '../../verdict/own-pull-request.ts';
import type { Authorship } from '../people/authorship.ts';
import type { KnownPeople } from '../people/known-people.ts';
import { approversOf } from '../people/participants.ts';
import type { ApprovalEvidence, Participant, Proof } from '../row.ts';

/** Who approved a change, and what that is worth. */
export type ChangeApproval = Pick<
  ApprovalEvidence,
  'fourEyes' | 'fourEyesBecause' | 'independent' | 'changeBeforeDeployment'
> & { approvers: Participant[] | null };

/** Nobody was asked, or there is no record to ask. */
export function unprovenApproval(because: string): ChangeApproval {
  const unproven = 'unproven' as const;
  return {
    fourEyes: unproven,
    fourEyesBecause: because,
    independent: unproven,
    changeBeforeDeployment: unproven,
    approvers: null,
  };
}

/** What approvals of a change are looked at for. */
export interface ApprovedChange {
  change: Change;
  /** The dossier of the release that has the change in its range. */
  dossier: Dossier;
  authorship: Authorship;
  people: KnownPeople;
  deployedAt: string;
}

/** The approvals of a change's pull request, else of the promotion that brought it. */
export function changeApproval(approved: ApprovedChange): ChangeApproval {
  const { change, dossier, people } = approved;
  const pull = ownPullRequest(change);
  if (pull !== null) return pulledChange(pull, approved);
  if (change.platformAsked !== true) return unprovenApproval('the platform was not asked who approved it');
  const eyes = directChange(change, dossier, people.roster);
  const promotion = dossier.release?.data.promotion?.pullRequest ?? null;
  const isPromoted = eyes.texts.length > 1 && promotion !== null;
  const approvers = isPromoted ? approversOf(promotion, approved.authorship, people) : [];
  const before = isPromoted && mergedBefore(promotion, approved.deployedAt);
  return told(eyes, approvers, eyes.is === 'approved' && !before ? 'unproven' : proofOf(eyes));
}

function pulledChange(pull: PullRequest, { change, authorship, people, deployedAt }: ApprovedChange) {
  const authors = authorsOf(change, people.roster);
  const eyes = fourEyes(pull, authors, people.roster);
  const atDeployment = fourEyes(asAt(pull, deployedAt), authors, people.roster);
  return told(eyes, approversOf(pull, authorship, people), proofOf(atDeployment));
}

/**
 * A pull request as if it had been merged at the moment of the deployment: approvals that came after the merge and
 * before it are seen, and objections as well. What was pushed to the branch after the merge is no part of it.
 */
function asAt(pull: PullRequest, deployedAt: string): PullRequest {
  const { mergedAt, reviews = [], forcePushes = [] } = pull;
  if (mergedAt === null) return pull;
  return {
    ...pull,
    mergedAt: deployedAt,
    reviews: reviews.filter(({ at }) => at < deployedAt),
    forcePushes: forcePushes.filter(({ at }) => at <= mergedAt),
  };
}

function mergedBefore({ mergedAt }: PullRequest, deployedAt: string): boolean {
  return mergedAt !== null && mergedAt < deployedAt;
}

function told(eyes: FourEyes, approvers: Participant[], changeBeforeDeployment: Proof): ChangeApproval {
  const fourEyesBecause = eyes.texts.join('; ');
  const independent = independence(approvers);
  return { fourEyes: proofOf(eyes), fourEyesBecause, independent, changeBeforeDeployment, approvers };
}

/** Nobody who approved is nobody independent. */
function independence(approvers: readonly Participant[]): Proof {
  const proofs = approvers.map(({ independent }) => independent);
  if (proofs.includes('yes')) return 'yes';
  return proofs.includes('unproven') ? 'unproven' : 'no';
}

function proofOf({ is }: FourEyes): Proof {
  if (is === 'unproven') return 'unproven';
  return is === 'approved' ? 'yes' : 'no';
}
