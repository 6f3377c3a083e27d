import type { ApprovalNeed } from '../../verdict/approval-needs.ts';
import { hasDigest, type Shipping } from '../../verdict/shipping.ts';
import type { CountedVote, StandingVote } from '../../verdict/standing-votes.ts';
import type { ApprovalEvidence } from '../row.ts';
import type { DeployedRelease, KnownThen } from './deployed-release.ts';
import { type JudgedThen, needsOf } from './judged-then.ts';
import { isReleased } from './revision.ts';

/** What a deployment's release had been approved by, when it began; the same for all changes of a module. */
export type ReleaseApproval = Pick<
  ApprovalEvidence,
  'releaseBeforeDeployment' | 'missing' | 'onDeployedRevision' | 'verdict' | 'openControls' | 'voteRecords'
> & {
  /** The GO that counted. */
  votes: readonly StandingVote[];
};

/** Without a dossier nobody can tell who approved what. */
export const NO_APPROVAL: ReleaseApproval = {
  releaseBeforeDeployment: 'unproven',
  missing: [],
  onDeployedRevision: 'unproven',
  verdict: 'unproven',
  openControls: [],
  voteRecords: [],
  votes: [],
};

/** Who had approved the deployed release by then, and on what. */
export function releaseApproval(
  deployed: DeployedRelease,
  judged: JudgedThen | null,
  module: string,
): ReleaseApproval {
  const { release } = deployed;
  if (release === null || judged === null) return NO_APPROVAL;
  const { needs, ...ofRelease } = judged;
  const own = boundNeeds(deployed, release, needs, module);
  const votes = [...new Map(own.flatMap(({ need }) => need.approvals.map((vote) => [vote.vote.path, vote])))];
  return {
    ...ofRelease,
    onDeployedRevision: boundTo(deployed, module, own),
    voteRecords: votes.map(([path]) => path).sort(),
    votes: votes.map(([, vote]) => vote).sort(inOrder),
  };
}

interface HeldNeed {
  need: ApprovalNeed;
  shipping: Shipping;
}

/** Needs of the whole release, and those of the module where it moved last. */
function boundNeeds(
  deployed: DeployedRelease,
  release: KnownThen,
  needs: readonly ApprovalNeed[],
  module: string,
): HeldNeed[] {
  const home = deployed.homeOf(module);
  const ofHome = home === null || home === release ? [] : needsOf(home.dossier);
  const own = ofHome.filter((need) => need.module === module);
  return [
    ...needs
      .filter((need) => need.module === null || need.module === module)
      .map((need) => ({ need, shipping: release.shipping })),
    ...own.map((need) => ({ need, shipping: home?.shipping ?? release.shipping })),
  ];
}

type Bound = ApprovalEvidence['onDeployedRevision'];

/** The weakest of all needs counts: one role's GO on something else is no approval of what runs. */
function boundTo(deployed: DeployedRelease, module: string, needs: readonly HeldNeed[]): Bound {
  const released = isReleased(deployed, module);
  if (released !== 'yes') return released;
  if (needs.length === 0) return 'unproven';
  const bound = needs.map(boundNeed);
  if (bound.includes('no')) return 'no';
  return bound.includes('same files') ? 'same files' : 'yes';
}

function boundNeed({ need, shipping }: HeldNeed): Bound {
  if (need.approvals.length < need.people) return 'no';
  const exact = need.approvals.filter((vote) => isExact(vote, need, shipping));
  return exact.length >= need.people ? 'yes' : 'same files';
}

/** On the very commit, or on an image of it without a commit; a vote that counts and is neither is on the same files. */
function isExact({ vote }: StandingVote, { module }: ApprovalNeed, shipping: Shipping): boolean {
  const ships = module === null ? shipping.lead : shipping.modules.get(module);
  const { commit, digest } = vote.data;
  if (ships === undefined) return false;
  return commit === undefined
    ? digest !== undefined && hasDigest(ships, digest)
    : commit === ships.commits[0];
}

function inOrder({ vote: left }: CountedVote, { vote: right }: CountedVote): number {
  const [a, b] = [`${left.data.castAt} ${left.path}`, `${right.data.castAt} ${right.path}`];
  return a < b ? -1 : Number(a > b);
}
