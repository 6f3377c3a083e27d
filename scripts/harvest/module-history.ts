import type { Module } from '../../src/records/index.ts';
import type { ParsedPullRequest } from '../parse/github/pull-request.ts';
import { type ChangeText, type Reverts, readReverts, readText } from './change-text.ts';
import type { Commit, CommitGraph } from './graph.ts';
import type { LandedChange, LandedHistory } from './landed-changes.ts';
import { type PlatformFacts, pullRequestUnder } from './platform/facts.ts';
import type { ToldText } from './platform/told-text.ts';

/** One repository with the modules that it holds. */
export interface RepositoryHistory {
  graph: CommitGraph;
  landed: LandedHistory;
  /** The modules in it, the lead first where it is among them. */
  modules: Module[];
  /** Module ids that a commit touches; null where the repository holds one module. */
  touched: Map<Commit, string[]> | null;
  /** What the platform knows of it; null where none was asked. */
  platform: PlatformFacts | null;
  /** Reads what a pull request says; null where no platform was asked. */
  toldText: ((pull: ParsedPullRequest) => ToldText) | null;
  /** Ids of entries that the ledger's notes hold already: an id never changes. */
  established: ReadonlySet<string>;
}

/** Answers questions about the changes of one repository and remembers the answers. */
export class ModuleHistory {
  readonly repository: RepositoryHistory;
  private byNumber: Map<number, LandedChange> | undefined;
  private byTitle: Map<string, LandedChange[]> | undefined;
  private byDropped: Map<number, LandedChange> | undefined;

  constructor(repository: RepositoryHistory) {
    this.repository = repository;
  }

  changeOf(commit: Commit): LandedChange {
    const change = this.repository.landed.get(commit);
    if (change === undefined) throw new Error(`commit ${commit.id} belongs to no change`);
    return change;
  }

  /** All changes, wherever they landed. */
  changes(): readonly LandedChange[] {
    return this.repository.landed.changes;
  }

  /** Those of them that may take others back. */
  reverting(): LandedChange[] {
    return this.changes().filter(({ commits }) => commits.some((commit) => commit.mayRevert));
  }

  /** The change whose own pull request has this number; undefined where none is known. */
  numbered(number: number): LandedChange | undefined {
    return this.numberIndex().get(number);
  }

  /** The words of a change; a backport has its original's. */
  text(change: LandedChange): ChangeText {
    change.original.text ??= readText(change.original, this.told(change.number));
    return change.original.text;
  }

  /** The words of a pull request that shares its landing with others. */
  textOfNumber(number: number, carrier: LandedChange): ChangeText {
    const known = this.numbered(number);
    if (known !== undefined) return this.text(known);
    const told = this.told(number);
    return told === null ? this.text(carrier) : readText(carrier, told);
  }

  private told(number: number | null): ToldText | null {
    const pull = this.pullRequest(number);
    return pull === null ? null : (this.repository.toldText?.(pull) ?? null);
  }

  /** What the platform knows of a pull request; null where that is nothing. */
  pullRequest(number: number | null): ParsedPullRequest | null {
    const { platform } = this.repository;
    return platform === null || number === null ? null : pullRequestUnder(platform, number);
  }

  /** True where the platform was asked which pull request a change is of. */
  wasAsked({ landing }: LandedChange): boolean {
    return this.repository.platform?.candidates(landing.id) !== undefined;
  }

  /** What a change takes back; null where it takes nothing back. */
  reverts(change: LandedChange): Reverts | null {
    if (change.reverts === undefined) change.reverts = readReverts(change);
    return change.reverts;
  }

  /** The module that a change belongs to: the one that most of its commits touch, else the first. */
  moduleOf(change: LandedChange): string {
    const { modules, touched } = this.repository;
    const first = modules[0]?.id ?? '';
    if (touched === null || modules.length === 1) return first;
    const counts = new Map<string, number>();
    for (const commit of change.original.commits)
      for (const module of touched.get(commit) ?? []) counts.set(module, (counts.get(module) ?? 0) + 1);
    const inOrder = modules.map((module) => module.id).filter((id) => counts.has(id));
    return inOrder.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? first;
  }

  /**
   * The id that a change has in every release: by its original's number, else by its original's commit. One that was
   * given before its number was known stays.
   */
  idOf(change: LandedChange): string {
    change.id ??=
      this.establishedId(change) ??
      `${this.moduleOf(change)}-${change.number ?? change.original.landing.id.slice(0, 12)}`;
    return change.id;
  }

  private establishedId(change: LandedChange): string | undefined {
    const { established } = this.repository;
    if (established.size === 0) return undefined;
    const module = this.moduleOf(change);
    const known = (name: string | number) => established.has(`${module}-${name}`);
    const { named, number, original } = change;
    // A copy that was taken for a change of its own keeps its own number.
    const own = named?.numbers.at(-1) ?? null;
    if (own !== null && own !== number && known(own)) return `${module}-${own}`;
    if (number !== null && known(number)) return undefined;
    const commits = [original.landing, ...original.commits].map(({ id }) => id.slice(0, 12));
    const inherited = this.inherited(original);
    const name = commits.find(known) ?? (inherited !== null && known(inherited) ? inherited : null);
    return name === null ? undefined : `${module}-${name}`;
  }

  /**
   * The number that a change was called by before the platform told that it is none: of several that named it the
   * first has it, and none where it is a pull request's after all.
   */
  private inherited(change: LandedChange): number | null {
    const dropped = change.landing.clues?.dropped;
    if (dropped === undefined || this.numbered(dropped) !== undefined) return null;
    this.byDropped ??= firstByDropped(this.repository.landed.changes);
    return this.byDropped.get(dropped) === change ? dropped : null;
  }

  /** The changes that a revert names, as far as they are known; partial reverts name none. */
  targetsOf(change: LandedChange): LandedChange[] {
    const reverts = this.reverts(change);
    if (reverts === null) return [];
    const byCommit = this.targetsByCommit(reverts.commits);
    const targets =
      byCommit.length > 0 || reverts.commits.length > 0 ? byCommit : this.targetsByName(change, reverts);
    return [...new Set(targets)].filter((target) => target !== change);
  }

  /** Commits that a revert names and that are known, in full. */
  revertedIds(change: LandedChange): string[] {
    const ids = this.reverts(change)?.commits ?? [];
    return ids.map((id) => this.repository.graph.findAbbreviated(id)?.id).filter((id) => id !== undefined);
  }

  private targetsByCommit(ids: readonly string[]): LandedChange[] {
    const { graph, landed } = this.repository;
    const commits = ids.map((id) => graph.findAbbreviated(id)).filter((commit) => commit !== undefined);
    const reverted = new Set(commits);
    const targets = commits.map((commit) => landed.get(commit)).filter((target) => target !== undefined);
    return targets.filter(
      (target) => reverted.has(target.landing) || ordinary(target).every((commit) => reverted.has(commit)),
    );
  }

  private targetsByName(change: LandedChange, reverts: Reverts): LandedChange[] {
    const numbers = this.numberIndex();
    const numbered = reverts.numbers
      .map((number) => numbers.get(number))
      .filter((target) => target !== undefined);
    if (numbered.length > 0 || reverts.title === null) return numbered;
    const earlier = (this.titleIndex().get(titleKey(reverts.title)) ?? []).filter(
      (target) => target !== change && target.landing.order < change.landing.order,
    );
    const newest = earlier.sort((a, b) => a.landing.order - b.landing.order).at(-1);
    return newest === undefined ? [] : [newest];
  }

  private numberIndex(): Map<number, LandedChange> {
    this.byNumber ??= new Map(
      this.repository.landed.changes.flatMap((change): [number, LandedChange][] => {
        const own = change.named?.numbers.at(-1);
        return own === undefined ? [] : [[own, change]];
      }),
    );
    return this.byNumber;
  }

  /** Changes by title, of the titles that some revert quotes: nobody asks for others. */
  private titleIndex(): Map<string, LandedChange[]> {
    if (this.byTitle !== undefined) return this.byTitle;
    const quoted = this.reverting().map((change) => this.reverts(change)?.title ?? '');
    this.byTitle = new Map(quoted.map((title): [string, LandedChange[]] => [titleKey(title), []]));
    for (const change of this.changes())
      if (change.only === null) this.byTitle.get(ownTitle(change))?.push(change);
    return this.byTitle;
  }
}

function firstByDropped(changes: readonly LandedChange[]): Map<number, LandedChange> {
  const first = new Map<number, LandedChange>();
  for (const change of changes) {
    const dropped = change.landing.clues?.dropped;
    const known = dropped === undefined ? undefined : first.get(dropped);
    if (dropped !== undefined && (known === undefined || change.landing.order < known.landing.order))
      first.set(dropped, change);
  }
  return first;
}

function ownTitle(change: LandedChange): string {
  return titleKey(change.named?.title ?? change.landing.firstLine);
}

/** Commits that change files by themselves: all but merges. */
function ordinary(change: LandedChange): Commit[] {
  const plain = change.commits.filter((commit) => commit.parents.length < 2);
  return plain.length > 0 ? plain : change.commits;
}

function titleKey(title: string): string {
  const bare = title.includes('(#') ? title.replace(/(?:\s*\(#\d+\))+\s*$/, '') : title;
  return bare.trim().toLowerCase();
}
