import { plainWords, tasksOf } from '../../../src/history/task-list.ts';
import { STAGES } from '../../../src/records/index.ts';
import { type ApprovalNeed, approvalNeeds } from '../../../src/verdict/approval-needs.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import { judgedRuns } from '../../../src/verdict/judged-runs.ts';
import { releaseKindOf } from '../../../src/verdict/release-kind.ts';
import { requiredStages } from '../../../src/verdict/required-stages.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';
import { type CountedVote, countedVotes, standingVotes } from '../../../src/verdict/standing-votes.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import { counted } from '../../../src/verdict/wording.ts';
import { oneLine } from './readable.ts';

/** Somebody who owes something. */
export interface OwedBy {
  /** As the roster calls the person. */
  person: string;
  /** What keeps their last word from counting; null where they said nothing. */
  remark: string | null;
}

/** Something that a release still waits for. */
export interface Owed {
  kind: 'votes' | 'checklist' | 'stages' | 'recovery';
  /** "GO of QA", "stages of lantern-api". */
  what: string;
  /** What of it, in pieces. */
  items: string[];
  /** Who can give it; none where it is nobody's in particular, or where nobody holds the role. */
  who: OwedBy[];
}

const LONGEST_ITEM = 160;

/** What is missing, in the order in which people can do something about it. `day` is when roles have to be held. */
export function owedFor(dossier: Dossier, verdict: Verdict, day: string): Owed[] {
  return [
    ...owedVotes(dossier, day),
    ...owedChecklists(dossier, day),
    ...owedStages(dossier),
    ...owedRecovery(verdict),
  ];
}

function owedVotes(dossier: Dossier, day: string): Owed[] {
  const votes = countedVotes(dossier);
  return approvalNeeds(dossier, standingVotes(votes))
    .filter(({ approvals, people }) => approvals.length < people)
    .map((need) => owedBy(need, votes, dossier, day));
}

function owedBy(need: ApprovalNeed, votes: readonly CountedVote[], dossier: Dossier, day: string): Owed {
  const { role, module, approvals, people } = need;
  const missing = people - approvals.length;
  const told = new Set(approvals.map(({ person }) => person));
  const who = holders(role.id, module, dossier, day).filter((person) => !told.has(person));
  const nobody = `nobody else of the roster is ${role.name} on ${day}`;
  return {
    kind: 'votes',
    what: `${missing === 1 ? 'GO' : `${missing} GOs`} of ${role.name}${module === null ? '' : ` for ${module}`}`,
    items: who.length === 0 ? [nobody] : [],
    who: who.map((person) => ({ person, remark: remarkOn(person, need, votes) })),
  };
}

function holders(role: string, module: string | null, { policy }: Dossier, day: string): string[] {
  const roster = rosterOf(policy.data);
  return policy.data.roster
    .map(({ person }) => person)
    .filter((person) => roster.held(person, role, module, day));
}

/** What became of a person's last word in a role. */
function remarkOn(person: string, need: ApprovalNeed, votes: readonly CountedVote[]): string | null {
  if (need.objections.some((vote) => vote.person === person)) return 'said NO-GO';
  const last = votes
    .filter((vote) => vote.person === person && vote.vote.data.role === need.role.id)
    .filter(({ module }) => module === need.module || module === null)
    .sort((a, b) => (a.vote.data.castAt < b.vote.data.castAt ? -1 : 1))
    .at(-1);
  if (last === undefined) return null;
  const said = last.vote.data.decision.toUpperCase();
  return last.state === 'valid' ? `said ${said}` : `their ${said} is ${last.state}`;
}

function owedChecklists(dossier: Dossier, day: string): Owed[] {
  const { policy } = dossier;
  const kind = releaseKindOf(dossier);
  return Object.entries(policy.data.checklists).flatMap(([id, items]) => {
    const role = policy.data.roles.find((known) => known.id === id);
    if (role !== undefined && !role.for.includes(kind)) return [];
    const open = openItems(id, items, dossier);
    if (open.length === 0) return [];
    const what = `checklist of ${role?.name ?? id}: ${counted(open.length, 'item')} not ticked`;
    const who = dossier.policy.data.roster
      .map(({ person }) => person)
      .filter((person) => rosterOf(policy.data).heldSomewhere(person, id, day));
    return [{ kind: 'checklist', what, items: open, who: who.map((person) => ({ person, remark: null })) }];
  });
}

/** Boxes without a tick, and items of the policy that no list has. */
function openItems(role: string, items: readonly string[], { checklists }: Dossier): string[] {
  const tasks = checklists.filter(({ data }) => data.role === role).flatMap(({ body }) => tasksOf(body));
  const present = new Set(tasks.map(({ text }) => text.toLowerCase()));
  const open = tasks.filter(({ ticked }) => !ticked).map(({ text }) => text);
  const absent = items.map(plainWords).filter((item) => !present.has(item.toLowerCase()));
  return [...open, ...absent].map((item) => oneLine(item, LONGEST_ITEM));
}

/** Stages without a full attempt; one that failed is what the controls speak of. */
function owedStages(dossier: Dossier): Owed[] {
  const { modules, runs } = judgedRuns(dossier);
  const full = runs.filter(({ counts }) => counts !== null);
  return modules.flatMap(({ id }) => {
    const missing = (requiredStages(dossier) ?? []).filter(
      (stage) => !full.some((run) => run.stage === stage && (run.module === id || run.module === null)),
    );
    if (missing.length === 0) return [];
    return [{ kind: 'stages', what: `stages of ${id}`, items: missing.map(stageName), who: [] }];
  });
}

function stageName(stage: string): string {
  const known = STAGES.find(({ id }) => id === stage);
  return known === undefined ? stage : `${known.number} ${known.name}`;
}

function owedRecovery({ controls }: Verdict): Owed[] {
  const plan = controls.find(({ id }) => id === 'recovery-plan');
  if (plan === undefined || plan.result === 'pass' || plan.result === 'waived') return [];
  const items = plan.reasons.map(({ text }) => oneLine(text, LONGEST_ITEM));
  return [{ kind: 'recovery', what: 'recovery plan', items, who: [] }];
}
