import { type ProductClock, productClock } from '../history/product-clock.ts';
import type { Role, Vote } from '../records/index.ts';
import { authorsOf } from './authors.ts';
import { type BroughtChange, broughtChanges } from './brought-changes.ts';
import type { Dossier, Written } from './dossier.ts';
import { type Roster, rosterOf } from './roster.ts';
import { hasDigest, type Shipping, type ShippingModule, shippingOf } from './shipping.ts';
import { type VotingDeadline, votingDeadline } from './voting-deadline.ts';
import { counted, shortCommit } from './wording.ts';

/** Whether a vote counts, and if not, why. DESIGN §5. */
export type VoteState = 'valid' | 'stale' | 'unbound' | 'out-of-role' | 'late' | 'edited' | 'self';

/** A vote and what became of it. */
export interface JudgedVote {
  vote: Written<Vote>;
  /** The person of the roster whose account cast it; the record's own word for the person binds nobody. */
  person: string | null;
  /** The module that it is for; null for the whole release. */
  module: string | null;
  state: VoteState;
  /** Why it does not count: the rest of a sentence that begins with the vote. Empty for a valid one. */
  because: string;
}

/** What votes are held against, made once for all of them. */
interface Measure {
  dossier: Dossier;
  clock: ProductClock;
  roster: Roster;
  roles: ReadonlyMap<string, Role>;
  shipping: Shipping;
  deadline: VotingDeadline | null;
  changes: readonly BroughtChange[];
}

type Objection = { state: Exclude<VoteState, 'valid'>; because: string };

/** Judges each vote by itself. */
export function judgeVotes(dossier: Dossier): JudgedVote[] {
  const measure = measureFor(dossier);
  return dossier.votes.map((vote) => {
    const person = measure.roster.personOf(vote.data.account);
    const module = moduleOf(vote.data, measure);
    const objection = objectionTo(vote.data, person, module, measure);
    return { vote, person, module, ...(objection ?? { state: 'valid', because: '' }) };
  });
}

function measureFor(dossier: Dossier): Measure {
  const clock = productClock(dossier.policy.data.timeZone);
  const roster = rosterOf(dossier.policy.data);
  return {
    dossier,
    clock,
    roster,
    roles: new Map(dossier.policy.data.roles.map((role) => [role.id, role])),
    shipping: shippingOf(dossier),
    deadline: votingDeadline(dossier, clock),
    changes: broughtChanges(dossier),
  };
}

/** A module's vote that does not name its module speaks for the one whose commit or digest it names. */
function moduleOf(vote: Vote, { roles, shipping }: Measure): string | null {
  if (roles.get(vote.role)?.each !== 'module') return null;
  if (vote.module !== undefined) return vote.module;
  return [...shipping.modules.values()].find((module) => isOf(vote, module))?.id ?? null;
}

/** The first thing that keeps a vote from counting; who cast it comes first. */
function objectionTo(
  vote: Vote,
  person: string | null,
  module: string | null,
  measure: Measure,
): Objection | null {
  return (
    outOfRole(vote, person, module, measure) ??
    edited(vote) ??
    unbound(vote, module, measure) ??
    late(vote, measure) ??
    ownChange(person, module, measure)
  );
}

function outOfRole(
  { account, role, castAt }: Vote,
  person: string | null,
  module: string | null,
  { roster, clock, roles }: Measure,
): Objection | null {
  if (person === null)
    return { state: 'out-of-role', because: `the roster does not know ${account.id} on ${account.on}` };
  const day = clock.dayOf(castAt);
  const isOfSomeModule = module === null && roles.get(role)?.each === 'module';
  const held = isOfSomeModule
    ? roster.heldSomewhere(person, role, day)
    : roster.held(person, role, module, day);
  if (held) return null;
  const scope = module === null ? '' : ` of ${module}`;
  return { state: 'out-of-role', because: `${person} was not ${role}${scope} on ${day}` };
}

function edited({ editedAt }: Vote): Objection | null {
  if (editedAt === undefined) return null;
  return { state: 'edited', because: `it was edited at ${editedAt}` };
}

function unbound(vote: Vote, module: string | null, { shipping, roles }: Measure): Objection | null {
  const { commit, digest } = vote;
  if (commit === undefined && digest === undefined)
    return { state: 'unbound', because: 'it names neither commit nor digest' };
  const isOfModule = roles.get(vote.role)?.each === 'module';
  const target = isOfModule ? shipping.modules.get(module ?? '') : shipping.lead;
  if (target !== undefined && isOf(vote, target)) return null;
  if (target !== undefined && target.commits.length === 0)
    return { state: 'unbound', because: `what ships of ${target.id} is not known yet` };
  const what = commit === undefined ? `digest ${digest}` : `commit ${shortCommit(commit)}`;
  return { state: 'stale', because: `it is on ${what}, and ${shippingText(target, module)}` };
}

/** Of all that it names: a vote on the right commit and another image is on something else. */
function isOf({ commit, digest }: Vote, module: ShippingModule): boolean {
  if (commit === undefined && digest === undefined) return false;
  const isCommit = commit === undefined || module.commits.includes(commit);
  return isCommit && (digest === undefined || hasDigest(module, digest));
}

function shippingText(target: ShippingModule | undefined, module: string | null): string {
  if (target === undefined) return `no module ${module === null ? 'is at it' : `${module} ships`}`;
  const [commit = ''] = target.commits;
  const images = target.images.length === 0 ? ', whose digest no report names' : '';
  return `${target.id} ships at commit ${shortCommit(commit)}${images}`;
}

function late({ castAt }: Vote, { deadline, dossier }: Measure): Objection | null {
  if (castAt > dossier.now)
    return { state: 'late', because: `it was cast at ${castAt}, after the moment that this is judged at` };
  if (deadline === null || castAt <= deadline.at) return null;
  return { state: 'late', because: `it was cast at ${castAt}, after ${deadline.name}` };
}

/**
 * Whoever wrote all that a vote is about votes on the own work. One of thirty changes does not make a lead's GO void:
 * that somebody else approved that one change is what "independence" asks for.
 */
function ownChange(
  person: string | null,
  module: string | null,
  { changes, roster }: Measure,
): Objection | null {
  const voted = changes.filter((change) => module === null || change.module === module);
  const isOwn = ({ record }: BroughtChange): boolean =>
    record !== null && person !== null && authorsOf(record.data, roster).has(person);
  if (voted.length === 0 || !voted.every(isOwn)) return null;
  const what = counted(voted.length, 'change');
  return { state: 'self', because: `${person} wrote all of ${module ?? 'the release'}: ${what}` };
}
