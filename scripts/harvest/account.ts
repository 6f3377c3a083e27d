import type { CommitFate, Policy, Section } from '../../src/records/index.ts';
import type { ChangeText } from './change-text.ts';
import { exclude } from './exclusions.ts';
import type { Commit } from './graph.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ModuleHistory } from './module-history.ts';
import { rollUpDependencies } from './roll-up.ts';
import { sectionFor } from './sections.ts';
import { cancelReverts } from './take-back.ts';

/** What becomes of a change in one release. */
export type ChangeFate =
  | { became: 'published' }
  | { became: 'excluded' | 'cancelled'; reason: string }
  | { became: 'folded'; into: string; reason: string };

/** A change as one release has it. */
export interface ReleasedChange {
  id: string;
  module: string;
  number: number | null;
  /** Where it landed; several where the range holds a change and its copy. In order of history. */
  landed: readonly LandedChange[];
  /** Its commits in the range, oldest first; empty where it shares another change's commit. */
  commits: readonly Commit[];
  /** The commit that stands for it. */
  landing: Commit;
  text: ChangeText;
  section: Section;
  fate: ChangeFate;
  /** Ids of changes that this one's entry rolls up. */
  rollsUp: readonly string[];
  /** Changes of earlier releases that this one takes back. */
  takesBack: readonly LandedChange[];
}

/** The whole account of a range. */
export interface Account {
  /** In order of history. */
  changes: ReleasedChange[];
  /** Those of them that take back changes of earlier releases, likewise: few, and asked for again and again. */
  takingBack: ReleasedChange[];
  /** A fate for every commit, in order of history; made when it is asked for, since it is large. */
  fates: () => CommitFate[];
}

/** What is said of a promotion, and what tells one in a ledger. */
export const PROMOTES = 'promotes the staging branch: each change that it brings is listed by itself';

/** Shared, since nearly every change has these. */
const PUBLISHED: ChangeFate = { became: 'published' };
const NONE: readonly never[] = [];

/** Accounts for every commit of a module's range. `range` is in order of history. */
export function accountFor(range: readonly Commit[], history: ModuleHistory, policy: Policy): Account {
  const { changes, reverting } = gatherChanges(range, history, policy);
  const list = [...changes.values()];
  exclude(list, policy);
  const reverts = reverting.size === 0 ? [] : list.filter((change) => reverting.has(change));
  cancelReverts(reverts, list, history);
  rollUpDependencies(list);
  const takingBack = reverts.filter(({ takesBack }) => takesBack.length > 0);
  return { changes: list, takingBack, fates: () => fatesOf(range, list, history) };
}

interface Gathered {
  changes: Map<string, ReleasedChange>;
  /** Those that may be reverts: told here, where their commits are at hand. */
  reverting: Set<ReleasedChange>;
}

function gatherChanges(range: readonly Commit[], history: ModuleHistory, policy: Policy): Gathered {
  const [changes, reverting] = [new Map<string, ReleasedChange>(), new Set<ReleasedChange>()];
  for (const commit of range) {
    const landed = history.changeOf(commit);
    if (onlyBrings(landed)) continue;
    const id = history.idOf(landed);
    const known = changes.get(id);
    const change = known ?? newChange(id, landed.number, landed, commit, history, policy);
    if (known === undefined) changes.set(id, change);
    else join(change, landed, commit);
    if (mayRevert(landed, commit)) reverting.add(change);
    for (const number of commit === landed.landing ? landed.moreNumbers : NONE)
      addSharing({ changes, reverting }, number, landed, history, policy);
  }
  return { changes, reverting };
}

/** `commit` is one of the change's: nearly always the only one. */
function mayRevert({ commits }: LandedChange, commit: Commit): boolean {
  return commit.mayRevert || (commits.length > 1 && commits.some((other) => other.mayRevert));
}

/** Every commit that it brought belongs to another change, and its own message is not a change. */
export function onlyBrings(landed: LandedChange): boolean {
  return landed.only !== null || (landed.brings > 0 && landed.commits.length === 1);
}

function newChange(
  id: string,
  number: number | null,
  landed: LandedChange,
  commit: Commit | null,
  history: ModuleHistory,
  policy: Policy,
): ReleasedChange {
  const text = history.text(landed);
  return {
    id,
    module: history.moduleOf(landed),
    number,
    landed: [landed],
    commits: commit === null ? NONE : commitsFrom(landed, commit),
    landing: commit ?? landed.landing,
    text,
    section: sectionFor(text, text.told?.labels ?? NONE, policy),
    fate: PUBLISHED,
    rollsUp: NONE,
    takesBack: NONE,
  };
}

/** Most changes are one commit: their list is shared with the landed change, in every release that has it. */
function commitsFrom(landed: LandedChange, first: Commit): readonly Commit[] {
  return landed.commits.length === 1 && landed.commits[0] === first ? landed.commits : [first];
}

/** The landing commit stands for the change; where the range lacks it, its newest commit does. */
function join(change: ReleasedChange, landed: LandedChange, commit: Commit): void {
  if (!change.landed.includes(landed)) change.landed = [...change.landed, landed];
  // A list that is shared with the landed change is copied before it grows.
  if (change.landed.some(({ commits }) => commits === change.commits)) change.commits = [...change.commits];
  (change.commits as Commit[]).push(commit);
  const first = change.landed[0];
  const landingIsThere = first !== undefined && change.landing === first.landing;
  if (!landingIsThere) change.landing = commit;
}

/** One landing that carries several pull requests: the first has its commits, the others are entries beside it. */
function addSharing(
  { changes, reverting }: Gathered,
  number: number,
  carrier: LandedChange,
  history: ModuleHistory,
  policy: Policy,
): void {
  const id = `${history.moduleOf(carrier)}-${number}`;
  if (changes.has(id)) return;
  const source = history.numbered(number) ?? carrier;
  const change = newChange(id, number, source, null, history, policy);
  const text = history.textOfNumber(number, carrier);
  const section = sectionFor(text, text.told?.labels ?? NONE, policy);
  const sharing = { ...change, text, section, landed: [carrier], landing: carrier.landing };
  changes.set(id, sharing);
  if (mayRevert(carrier, carrier.landing)) reverting.add(sharing);
}

function fatesOf(
  range: readonly Commit[],
  list: readonly ReleasedChange[],
  history: ModuleHistory,
): CommitFate[] {
  const changes = new Map(list.map((change) => [change.id, change]));
  return range.map((commit) => fateOf(commit, changes, history));
}

function fateOf(commit: Commit, changes: Map<string, ReleasedChange>, history: ModuleHistory): CommitFate {
  const landed = history.changeOf(commit);
  if (onlyBrings(landed)) return bringingFate(commit, landed, history);
  const change = changes.get(history.idOf(landed));
  if (change === undefined)
    return {
      commit: commit.id,
      module: history.moduleOf(landed),
      change: null,
      pullRequest: null,
      disposition: 'unresolved',
      reason: 'no rule accounts for it',
    };
  const row = { commit: commit.id, module: change.module, change: change.id, pullRequest: change.number };
  const { fate } = change;
  if (fate.became === 'published')
    return commit === change.landing
      ? { ...row, disposition: 'published', reason: '' }
      : { ...row, disposition: 'folded', reason: `part of ${change.id}` };
  return { ...row, disposition: fate.became, reason: fate.reason };
}

function bringingFate(commit: Commit, landed: LandedChange, history: ModuleHistory): CommitFate {
  const number = landed.only === 'merge' ? null : ownNumber(landed);
  return {
    commit: commit.id,
    module: history.moduleOf(landed),
    change: null,
    pullRequest: number,
    disposition: 'excluded',
    reason: bringingReason(landed),
  };
}

/** A carrier's own number; its `number` is that of the original. */
function ownNumber({ named, number }: LandedChange): number | null {
  return named?.numbers.at(-1) ?? number;
}

function bringingReason(landed: LandedChange): string {
  if (landed.only === 'promotion') return PROMOTES;
  if (landed.only === 'merge')
    return 'a merge without a pull request: each change that it brings is listed by itself';
  return `merges #${ownNumber(landed)}, whose commits all belong to changes that are listed by themselves`;
}
