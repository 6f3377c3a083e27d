import { listedNumbers } from '../parse/message/numbers.ts';
import { splitMessage } from '../parse/message/text.ts';
import type { Commit, CommitGraph } from './graph.ts';
import type { LandedChange, LandedHistory } from './landed-changes.ts';
import type { Twins } from './twins.ts';

/** What helps to find the original of a copy. */
interface Lookup {
  graph: CommitGraph;
  history: LandedHistory;
  /** Changes by the number that their own landing names last. */
  byNumber: Map<number, LandedChange>;
  twins: Twins;
  equalPatch: ReadonlyMap<Commit, Commit>;
}

/** Joins each copied change (backport, cherry-pick) to its original, whose number it then bears. */
export function resolveOriginals(
  graph: CommitGraph,
  history: LandedHistory,
  twins: Twins,
  equalPatch: ReadonlyMap<Commit, Commit> = new Map(),
): void {
  const lookup: Lookup = {
    graph,
    history,
    byNumber: indexNumbers(history.changes),
    twins,
    equalPatch,
  };
  for (const change of history.changes) resolve(change, lookup);
  for (const change of history.changes) addCarried(change, lookup);
}

/** A squash of cherry-picks lists what it carries in its body: "* Title (#12)", where 12 is known by that title. */
function addCarried(change: LandedChange, lookup: Lookup): void {
  if (change.named?.how !== 'squash' || !/cherry[ -]?pick|back-?port/i.test(change.named.title)) return;
  for (const { number, title } of listedNumbers(splitMessage(change.landing.message).body)) {
    const carried = lookup.byNumber.get(number);
    const isNew =
      number !== change.number &&
      !change.moreNumbers.includes(number) &&
      !change.named.numbers.includes(number);
    if (isNew && carried !== undefined && carried !== change && carried.named?.title === title)
      change.carried = [...change.carried, { number, title }];
  }
}

function indexNumbers(changes: readonly LandedChange[]): Map<number, LandedChange> {
  const index = new Map<number, LandedChange>();
  for (const change of changes) {
    const own = change.named?.numbers.at(-1);
    if (own !== undefined && change.mark === null && !index.has(own)) index.set(own, change);
  }
  return index;
}

function resolve(change: LandedChange, lookup: Lookup): LandedChange {
  // Whatever is resolved, or under way, has its reason.
  if (change.because !== '') return change.original;
  change.because = ownReason(change);
  if (change.only !== null) return change;
  byMarkedNumbers(change, lookup) ||
    byPickedCommits(change, lookup) ||
    bySecondNumber(change, lookup) ||
    bySameNumber(change, lookup) ||
    bySameAuthorship(change, lookup) ||
    byEqualPatch(change, lookup);
  return change.original;
}

const NAMED_BY = {
  merge: 'the merge commit names it',
  squash: 'the subject names it',
  trailer: 'a trailer names it',
  platform: 'the platform names it',
};

function ownReason({ named, landing }: LandedChange): string {
  return landing.clues?.told ?? (named === null ? 'no message names a pull request' : NAMED_BY[named.how]);
}

function byMarkedNumbers(change: LandedChange, lookup: Lookup): boolean {
  const numbers = change.mark?.numbers ?? [];
  const first = numbers[0];
  if (first === undefined || change.mark === null || first === change.named?.numbers.at(-1)) return false;
  change.number = first;
  change.moreNumbers = numbers.slice(1);
  change.because = change.mark.because;
  const original = lookup.byNumber.get(first);
  if (original !== undefined && original !== change) copy(change, resolve(original, lookup));
  return true;
}

function byPickedCommits(change: LandedChange, lookup: Lookup): boolean {
  for (const id of change.mark?.commits ?? []) {
    const picked = lookup.graph.findAbbreviated(id);
    const source = picked === undefined ? undefined : lookup.history.get(picked);
    if (source === undefined || source === change || source.only !== null) continue;
    copy(change, resolve(source, lookup));
    change.because = change.mark?.because ?? '';
    return true;
  }
  return false;
}

/** "Fix it (#12) (#15)": 15 carries 12 to another branch, where 12 is known as a change of its own. */
function bySecondNumber(change: LandedChange, lookup: Lookup): boolean {
  const numbers = change.named?.how === 'squash' && !change.named.together ? change.named.numbers : [];
  if (numbers.length < 2) return false;
  const carried = numbers.slice(0, -1).find((number) => lookup.byNumber.has(number));
  const original = carried === undefined ? undefined : lookup.byNumber.get(carried);
  if (original === undefined || original === change) return false;
  copy(change, resolve(original, lookup));
  change.because = `the subject names #${carried} before its own #${numbers.at(-1)}`;
  return true;
}

/** A cherry-pick of a squash keeps its number too: what tells it from its original is the line that it is on. */
function bySameNumber(change: LandedChange, lookup: Lookup): boolean {
  const original = lookup.byNumber.get(change.named?.numbers.at(-1) ?? 0);
  if (original === undefined || original === change || change.landing.parents.length > 1) return false;
  const source = lookup.twins.of(change.landing).find((commit) => lookup.history.get(commit) === original);
  if (source === undefined) return false;
  copy(change, resolve(original, lookup));
  change.because = sameAuthorship(source);
  return true;
}

/** A cherry-pick without a mark keeps author, author's time and subject. */
function bySameAuthorship(change: LandedChange, lookup: Lookup): boolean {
  if (change.named !== null || change.landing.parents.length > 1) return false;
  const others = lookup.twins.of(change.landing).filter((commit) => lookup.history.get(commit) !== change);
  if (others.length === 0) return false;
  const numbered = others.find((commit) => (lookup.history.get(commit)?.number ?? null) !== null);
  const source = numbered ?? firstMade([change.landing, ...others]);
  const original = source === undefined ? undefined : lookup.history.get(source);
  if (source === undefined || original === undefined || original === change) return false;
  copy(change, resolve(original, lookup));
  change.because = sameAuthorship(source);
  return true;
}

function sameAuthorship(source: Commit): string {
  return `same author, author's time and subject as ${source.id.slice(0, 12)}`;
}

/** A copy under another name or date changes the same lines in the same way. */
function byEqualPatch(change: LandedChange, lookup: Lookup): boolean {
  const source = lookup.equalPatch.get(change.landing);
  const original = source === undefined ? undefined : lookup.history.get(source);
  if (source === undefined || original === undefined || original === change || original.only !== null)
    return false;
  copy(change, resolve(original, lookup));
  change.because = `the same patch as ${source.id.slice(0, 12)}`;
  return true;
}

/** The earliest on a committer's clock; history's own order where clocks agree. */
function firstMade(commits: Commit[]): Commit | undefined {
  return commits.sort((a, b) => a.committedAt - b.committedAt || a.order - b.order)[0];
}

function copy(change: LandedChange, original: LandedChange): void {
  if (original === change) return;
  change.original = original;
  change.number = original.number;
}
