import type { BackportMark } from '../parse/message/backport.ts';
import { type NamedNumbers, titleInList } from '../parse/message/numbers.ts';
import { splitMessage } from '../parse/message/text.ts';
import type { CommitSet } from './ancestry.ts';
import type { ChangeText, Reverts } from './change-text.ts';
import { byOrder, type Commit, type CommitGraph } from './graph.ts';
import { walkLandings } from './landings.ts';
import type { Twins } from './twins.ts';

/**
 * A change as it landed on one line of history: the commits of one pull request, or a single commit without
 * one. The same change on two branches is two of these, joined by their `original`.
 */
export interface LandedChange {
  /** The commit that put the change on its line: the merge, the squash, or the commit itself. */
  landing: Commit;
  /** All commits, the landing included, oldest first. */
  commits: Commit[];
  /** Numbers that the landing names, if any. */
  named: NamedNumbers | null;
  /** The commit only brings other changes: a merge without a number, or the promotion of a staging branch. */
  only: 'merge' | 'promotion' | null;
  /** How many changes of their own a numbered merge brings, as a promotion does. */
  brings: number;
  mark: BackportMark | null;
  /** The change that this one copies; itself where it is no copy. */
  original: LandedChange;
  /** The number of the original's pull request; null where none is known. */
  number: number | null;
  /** Further original numbers, where one landing carries several pull requests. */
  moreNumbers: readonly number[];
  /** Pull requests that a squash of cherry-picks lists in its body. */
  carried: readonly { number: number; title: string }[];
  /** The pull request that brought the change along with others; null where it came by itself. */
  carriedBy: number | null;
  /** What told the number, or that it is a copy. */
  because: string;
  /** Answers that ModuleHistory has given already. */
  id: string | null;
  text: ChangeText | null;
  reverts: Reverts | null | undefined;
}

/** Which change each commit of a repository belongs to. */
export class LandedHistory {
  changes: LandedChange[] = [];
  /** By the commits' place in history: an array is faster than a map, and every command asks often. */
  private readonly byOrder: (LandedChange | undefined)[];

  /** `size` is how many commits there are: places are filled in no order, which slows an array that grows by it. */
  constructor(size: number) {
    this.byOrder = new Array(size).fill(undefined);
  }

  /** The change of a commit; undefined for one that no line reaches. */
  get(commit: Commit): LandedChange | undefined {
    return this.byOrder[commit.order];
  }

  set(commit: Commit, change: LandedChange): void {
    this.byOrder[commit.order] = change;
  }

  /** Takes out changes whose commits belong to others now. */
  remove(gone: ReadonlySet<LandedChange>): void {
    this.changes = this.changes.filter((change) => !gone.has(change));
  }
}

/** Shared, since nearly every change has none. */
const NONE: readonly never[] = [];

/** Names under which platforms make squash commits: their "(#12)" is a pull request for certain. */
const PLATFORM = /^(?:GitHub|GitLab|web-flow|bors|mergify|github-merge-queue|kodiakhq|homu)\b/i;

/**
 * Groups every commit into the change that it landed with. `tips` come in order of precedence; merges of a
 * `staging` branch are promotions, whose commits are changes by themselves.
 */
export function landChanges(
  graph: CommitGraph,
  tips: readonly Commit[],
  staging: readonly string[],
  twins: Twins,
): LandedHistory {
  const history = new LandedHistory(graph.size);
  const native = nativeCommits(graph, tips[0]);
  const clues: Clues = { native, certain: new Set(), twins, staging: new Set(staging), lines: new Map() };
  collectCertain(graph, clues);
  walkLandings(graph, tips, (commit, broughtBy, parent) => {
    const bringing = broughtBy === null ? null : (history.get(broughtBy) ?? null);
    place(history, commit, bringing === null ? null : lineOf(history, bringing, parent, clues), clues);
  });
  for (const { commits } of history.changes) if (commits.length > 1) commits.sort(byOrder);
  return history;
}

/** The numbers that a commit names; what was imported from another repository names none of ours. */
function namedBy(commit: Commit, clues: Clues): NamedNumbers | null {
  const named = commit.clues?.named ?? null;
  const imported = clues.native?.has(commit) === false && commit.clues?.told === undefined;
  return named === null || imported ? null : named;
}

/** Collects the numbers that are pull requests for certain, as "number title": a platform made the commit. */
function collectCertain(graph: CommitGraph, clues: Clues): void {
  for (const commit of graph.all()) {
    if (commit.clues === null) continue;
    const named = namedBy(commit, clues);
    if (named !== null && (byPlatform(named) || isPlatform(commit)))
      for (const number of named.numbers) clues.certain.add(`${number} ${named.title}`);
  }
}

function byPlatform({ how }: NamedNumbers): boolean {
  return how === 'merge' || how === 'platform';
}

function isPlatform(commit: Commit): boolean {
  return PLATFORM.test(commit.committer.handle);
}

/** What helps to tell a change of its own from a part of one. */
interface Clues {
  /** Commits of this repository. Null where all of them are. */
  native: CommitSet<Commit> | null;
  certain: Set<string>;
  twins: Twins;
  staging: Set<string>;
  /** Changes that an octopus merge brings, by merge and parent. */
  lines: Map<string, LandedChange>;
}

/** An octopus merge of several pull requests brings each one by a parent of its own, in the order of its numbers. */
function lineOf(history: LandedHistory, bringing: LandedChange, parent: number, clues: Clues): LandedChange {
  const { named, landing } = bringing;
  const tip = landing.parents[parent];
  if (named === null || tip === undefined || !named.together || named.numbers.length < 2) return bringing;
  if (named.numbers.length !== landing.parents.length - 1) return bringing;
  const key = `${landing.id} ${parent}`;
  const known = clues.lines.get(key);
  if (known !== undefined) return known;
  const number = named.numbers[parent - 1] as number;
  const title = titleInList(splitMessage(landing.message).body, number) ?? splitMessage(tip.message).subject;
  const line = newChange(tip, { ...named, numbers: [number], title, together: false }, null);
  line.commits = [];
  line.mark = null;
  history.changes.push(line);
  bringing.brings += 1;
  clues.lines.set(key, line);
  return line;
}

function place(history: LandedHistory, commit: Commit, enclosing: LandedChange | null, clues: Clues): void {
  const named = namedBy(commit, clues);
  const outer = enclosing === null || enclosing.only !== null ? null : enclosing;
  if (outer !== null && isPartOf(outer, commit, named, history, clues)) {
    outer.commits.push(commit);
    history.set(commit, outer);
    outer.mark ??= commit.clues?.mark ?? null;
    return;
  }
  const change = newChange(commit, named, onlyBrings(commit, named, clues));
  if (outer === null && named !== null)
    for (const number of named.numbers) clues.certain.add(`${number} ${named.title}`);
  change.carriedBy = outer?.named?.numbers.at(-1) ?? null;
  history.changes.push(change);
  history.set(commit, change);
  if (enclosing !== null) enclosing.brings += 1;
}

function isPartOf(
  outer: LandedChange,
  commit: Commit,
  named: NamedNumbers | null,
  history: LandedHistory,
  clues: Clues,
): boolean {
  return (
    !carries(outer, clues.twins.landed(commit, history)) && !standsAlone(commit, named, outer, clues.certain)
  );
}

/** A pull request of cherry-picks carries other pull requests' changes: each of them is named, not the carrier. */
function carries(outer: LandedChange, twin: LandedChange | null): boolean {
  return twin !== null && twin !== outer && twin.named !== null && (outer.mark?.numbers.length ?? 0) === 0;
}

/**
 * Inside a numbered merge a commit is a change of its own where a platform numbered it, or where it copies one
 * that a platform numbered; other numbers there are issues.
 */
function standsAlone(
  commit: Commit,
  named: NamedNumbers | null,
  outer: LandedChange,
  certain: Set<string>,
): boolean {
  if (named === null) return false;
  if (outer.named?.numbers.some((number) => named.numbers.includes(number))) return false;
  if (byPlatform(named) || isPlatform(commit)) return true;
  return named.numbers.some((number) => certain.has(`${number} ${named.title}`));
}

const MERGED_BRANCH = /^Merge (?:remote-tracking )?branch '(?:origin\/)?([^']+)'/;

function onlyBrings(commit: Commit, named: NamedNumbers | null, clues: Clues): LandedChange['only'] {
  if (commit.parents.length < 2) return null;
  if (clues.staging.size > 0) {
    const branch = named?.branch ?? MERGED_BRANCH.exec(commit.message)?.[1] ?? '';
    if ([...clues.staging].some((name) => branch === name || branch.endsWith(`/${name}`))) return 'promotion';
  }
  return named === null ? 'merge' : null;
}

function newChange(landing: Commit, named: NamedNumbers | null, only: LandedChange['only']): LandedChange {
  const change: LandedChange = {
    landing,
    commits: [landing],
    named,
    only,
    brings: 0,
    mark: only === null ? (landing.clues?.mark ?? null) : null,
    number: (named?.together ? named.numbers[0] : named?.numbers.at(-1)) ?? null,
    moreNumbers: named?.together ? named.numbers.slice(1) : NONE,
    carried: NONE,
    carriedBy: null,
    because: '',
    id: null,
    text: null,
    reverts: undefined,
    // Itself, which does not exist before this line ends.
    original: undefined as unknown as LandedChange,
  };
  change.original = change;
  return change;
}

/**
 * The commits that grew from the main line's own root. What was imported from another
 * repository has a root of its own and that repository's numbers. Null where there is one root, the ordinary case.
 */
function nativeCommits(graph: CommitGraph, main: Commit | undefined): CommitSet<Commit> | null {
  const roots = graph.all().filter((commit) => commit.parents.length === 0);
  if (main === undefined || roots.length < 2) return null;
  let root = main;
  while (root.parents[0] !== undefined) root = root.parents[0];
  return graph.grownFrom(root);
}
