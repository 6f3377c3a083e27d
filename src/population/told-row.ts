import { changePulls } from '../history/change-pulls.ts';
import type { Change, Deployment } from '../records/index.ts';
import { ownPullRequest } from '../verdict/own-pull-request.ts';
import type { DeploymentGroup, ReleaseWithChanges } from './deployment-group.ts';
import { type ChangeApproval, changeApproval, unprovenApproval } from './evidence/change-approval.ts';
import { changeType } from './evidence/change-type.ts';
import { emergencyEvidence } from './evidence/emergency.ts';
import type { ReleaseApproval } from './evidence/release-approval.ts';
import type { TakenBack } from './evidence/taken-back.ts';
import { type Authorship, authorshipOf } from './people/authorship.ts';
import type { KnownPeople } from './people/known-people.ts';
import { authorOf, deployerOf, mergerOf, nobodyKnown } from './people/participants.ts';
import { votersOf } from './people/voters.ts';
import type { PlannedRow } from './plan.ts';
import type { ApprovalEvidence, EmergencyEvidence, PopulationRow, RowOutcome, RowPeople } from './row.ts';

/** What a row is told from, beside its plan. */
export interface RowSources {
  group: DeploymentGroup;
  people: KnownPeople;
  taken: TakenBack;
  /** The end of the period: asked for only where it is of account. */
  until(): string;
}

/** A change and what its own record shows. */
interface KnownChange {
  change: Change | null;
  path: string | null;
  release: ReleaseWithChanges | null;
  authorship: Authorship | null;
  approval: ChangeApproval;
}

/** Everything that is asked of a production change. */
export function toldRow(row: PlannedRow, sources: RowSources): PopulationRow {
  const { group, people } = sources;
  const known = knownChange(row, sources);
  const { approval, ...evidence } = group.evidenceOf(row.module);
  const { data } = group.event.record;
  return {
    ...identity(row, known),
    ...evidence,
    type: changeType(known.change, group.deployed.release?.dossier ?? null, people),
    people: peopleOf(known, approval, data, sources),
    approval: approvalOf(known.approval, approval),
    outcome: outcomeOf(data, row, sources.taken),
    emergency: emergencyOf(row, sources),
    ...recordsOf(known, group),
  };
}

function recordsOf(
  { path }: KnownChange,
  { event, releaseOf }: DeploymentGroup,
): Pick<PopulationRow, 'changeRecord' | 'releaseRecord' | 'deploymentRecord'> {
  return {
    changeRecord: path,
    releaseRecord: releaseOf(event.record.data.version)?.dossier.release?.path ?? null,
    deploymentRecord: event.record.path,
  };
}

function knownChange(row: PlannedRow, { group, people }: RowSources): KnownChange {
  const release = group.releaseOf(row.release);
  const record = row.change === null ? undefined : release?.records.get(row.change);
  if (release === null || record === undefined) {
    const approval = unprovenApproval('there is no record of it');
    return { change: null, path: null, release, authorship: null, approval };
  }
  const { data: change, path } = record;
  const authorship = authorshipOf(change, people);
  const deployedAt = row.event.record.data.at;
  const approval = changeApproval({ change, dossier: release.dossier, authorship, people, deployedAt });
  return { change, path, release, authorship, approval };
}

type Identity = Pick<
  PopulationRow,
  | 'id'
  | 'product'
  | 'environment'
  | 'version'
  | 'changeVersion'
  | 'change'
  | 'module'
  | 'title'
  | 'pullRequest'
  | 'isOriginKnown'
  | 'tickets'
  | 'disposition'
>;

function identity(row: PlannedRow, { change, release }: KnownChange): Identity {
  const fates = row.change === null ? [] : (release?.fates.get(row.change) ?? []);
  return {
    ...{ id: row.id, product: row.product, environment: row.environment },
    version: row.event.record.data.version,
    changeVersion: row.release,
    ...{ change: row.change, module: row.module },
    title: change?.title ?? null,
    pullRequest: change?.pullRequest ?? null,
    isOriginKnown: change !== null && (change.platformAsked === true || change.pullRequests !== undefined),
    tickets: change === null ? [] : ticketsOf(change),
    disposition: [...new Set(fates.map(({ disposition }) => disposition))].sort(),
  };
}

/** Issues as the platform links them, then numbers that the message names and no link has. */
function ticketsOf(change: Change): string[] {
  const { carrier, original } = changePulls(change);
  const linked = [carrier, original].flatMap((pull) => pull?.linkedIssues ?? []);
  const numbers = new Set(linked.map(({ number }) => number));
  const told = (change.issues ?? []).filter((number) => !numbers.has(number));
  const names = linked.map(({ repository, number }) => `${repository}#${number}`);
  return [...new Set([...names, ...told.map((number) => `#${number}`)])].sort();
}

function peopleOf(
  { change, authorship, approval }: KnownChange,
  { votes }: ReleaseApproval,
  deployment: Deployment,
  { group, people }: RowSources,
): RowPeople {
  const pull = change === null ? null : ownPullRequest(change);
  const isKnown = change !== null && authorship !== null;
  return {
    author: change === null ? nobodyKnown() : authorOf(change, pull, people),
    authors: authorship?.identities ?? null,
    approvers: approval.approvers,
    merger: isKnown ? mergerOf(change, pull, authorship, people) : nobodyKnown(),
    deployer: deployerOf(deployment, authorship, people),
    releaseApprovers: group.deployed.release === null ? null : votersOf(votes, authorship),
  };
}

function approvalOf(own: ChangeApproval, ofRelease: ReleaseApproval): ApprovalEvidence {
  const { votes: _, ...release } = ofRelease;
  const { approvers: __, ...change } = own;
  return { ...change, ...release };
}

function emergencyOf({ event }: PlannedRow, { group, until }: RowSources): EmergencyEvidence | null {
  const then = group.deployed.release?.dossier ?? null;
  const whole = group.releaseOf(event.record.data.version)?.dossier ?? null;
  return then === null || whole === null ? null : emergencyEvidence(then, whole, until);
}

function outcomeOf({ at, finishedAt, outcome }: Deployment, row: PlannedRow, taken: TakenBack): RowOutcome {
  return {
    deployedAt: at,
    finishedAt: finishedAt ?? null,
    result: outcome === 'unknown' ? 'unproven' : outcome,
    attempts: row.attempts.map(({ record }) => record.path),
    ...taken,
  };
}
