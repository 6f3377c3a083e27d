import type { Account, ReleasedChange } from './account.ts';
import { AlsoIn } from './also-in.ts';
import type { Commit } from './graph.ts';
import type { LandedChange } from './landed-changes.ts';
import { Lineage } from './lineage.ts';
import type { ModuleHistory } from './module-history.ts';
import { MoreWithdrawals } from './more-withdrawals.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import { productLines } from './product-lines.ts';
import { sameCommits } from './ranges.ts';
import type { ReleasePoint } from './releases.ts';
import { traceLines } from './traced-lines.ts';

/** A change that a later release took back, and perhaps brought again. */
export interface Withdrawal {
  withdrawnIn: string;
  restoredIn: string | null;
}

/** What neighbouring and later releases say of a release's changes. */
export interface AcrossReleases {
  /** The earlier releases whose whole history a release holds, without those that another of them holds already. */
  descendsFrom(release: HarvestedRelease): string[];
  /** Other releases that carry the change, but for those that hold all of this one, in order of version. */
  alsoIn(release: HarvestedRelease, id: string): string[];
  withdrawal(release: HarvestedRelease, id: string): Withdrawal | null;
  /** What other lines and prereleases did to the change besides, in the order of releases. */
  moreWithdrawals(release: HarvestedRelease, id: string): Withdrawal[];
  /** The prerelease whose dossier holds the change's record already; null where the release itself holds it. */
  recordedIn(release: HarvestedRelease, change: ReleasedChange): string | null;
}

/** Compares the accounts of all releases once. */
export function compareReleases(history: ProductHistory): AcrossReleases {
  const finals = history.releases.filter((release) => !release.point.prerelease);
  const histories = productLines(history);
  const lineage = new Lineage(histories);
  const lines = traceLines(histories, lineage);
  const also = new AlsoIn(history, lines, lineage);
  const more = new MoreWithdrawals(history, lines, lineage, also);
  const records = indexRecords(history.releases);
  const amongFinals = findWithdrawals(
    finals.map(({ point, account }) => ({ point, account })),
    history,
  );
  const amongAll =
    finals.length === history.releases.length
      ? amongFinals
      : findWithdrawals(
          history.releases.map((release) => narrowest(release, history)),
          history,
        );
  const withdrawal = ({ point }: HarvestedRelease, id: string) =>
    (point.prerelease ? amongAll : amongFinals).get(key(point, id)) ?? null;
  return {
    descendsFrom: (release) =>
      lineage
        .closest(history.releases.indexOf(release))
        .map((place) => (history.releases[place] as HarvestedRelease).point.version),
    alsoIn: (release, id) => also.versions(release, id),
    withdrawal,
    moreWithdrawals: (release, id) => more.of(release, id, withdrawal(release, id)),
    recordedIn: ({ point }, change) => (point.prerelease ? null : recordFor(change, records)),
  };
}

function key(point: ReleasePoint, id: string): string {
  return `${point.version} ${id}`;
}

/** A prerelease that has a record of a change. */
interface RecordHome {
  version: string;
  change: ReleasedChange;
  /** The next prerelease that has one: few changes are in two. */
  next: RecordHome | null;
}

function indexRecords(releases: readonly HarvestedRelease[]): Map<string, RecordHome> {
  const records = new Map<string, RecordHome>();
  for (const { point, account } of releases.toReversed())
    if (point.prerelease)
      for (const change of account.changes)
        records.set(change.id, { version: point.version, change, next: records.get(change.id) ?? null });
  return records;
}

function recordFor(change: ReleasedChange, records: ReadonlyMap<string, RecordHome>): string | null {
  for (let home = records.get(change.id); home != null; home = home.next ?? undefined)
    if (sameCommits(home.change, change)) return home.version;
  return null;
}

interface Level {
  point: ReleasePoint;
  account: Account;
}

/** A release's account since the release before it of any kind. */
function narrowest({ point, account }: HarvestedRelease, history: ProductHistory): Level {
  return { point, account: history.sincePrerelease.get(point) ?? account };
}

/** Walks the releases in order: what one takes back is marked in every earlier one that it grew from. */
function findWithdrawals(levels: readonly Level[], history: ProductHistory): Map<string, Withdrawal> {
  const marks = new Map<string, Withdrawal>();
  const holders = new Map(targetIds(levels, history).map((id): [string, ReleasePoint[]] => [id, []]));
  for (const { point, account } of levels) {
    const taking = account.takingBack.filter(({ fate }) => fate.became !== 'cancelled');
    // What a release takes back and brings again is not withdrawn.
    const ids = taking.length > 0 ? publishedIds(account) : new Set<string>();
    for (const change of taking)
      for (const target of change.takesBack) markTarget(target, point, ids, holders, marks, history);
    if (holders.size > 0) hold(account, point, holders);
  }
  return marks;
}

function publishedIds({ changes }: Account): Set<string> {
  return new Set(changes.filter(({ fate }) => fate.became === 'published').map(({ id }) => id));
}

/** Notes the release beside those of its changes that some release takes back. */
function hold({ changes }: Account, point: ReleasePoint, holders: ReadonlyMap<string, ReleasePoint[]>): void {
  for (const { id, fate } of changes) if (fate.became === 'published') holders.get(id)?.push(point);
}

/** Ids of all changes that some release takes back, or brings again by taking a revert back. */
function targetIds(levels: readonly Level[], history: ProductHistory): string[] {
  const reverts = levels.flatMap(({ account }) => account.takingBack);
  const targets = reverts.flatMap(({ takesBack }) => takesBack);
  return targets.flatMap((target) => {
    const changes = historyOf(target, history);
    return changes === undefined
      ? []
      : [target, ...changes.targetsOf(target)].map((one) => changes.idOf(one));
  });
}

function historyOf(target: LandedChange, history: ProductHistory): ModuleHistory | undefined {
  return history.repositories.find(({ graph }) => graph.find(target.landing.id) === target.landing)?.history;
}

function markTarget(
  target: LandedChange,
  point: ReleasePoint,
  published: ReadonlySet<string>,
  holders: ReadonlyMap<string, ReleasePoint[]>,
  marks: Map<string, Withdrawal>,
  history: ProductHistory,
): void {
  const changes = historyOf(target, history);
  if (changes === undefined) return;
  const id = changes.idOf(target);
  const reached = (holder: ReleasePoint) => grewFrom(point, holder, changes.moduleOf(target), history);
  const withdrawn = published.has(id) ? [] : (holders.get(id) ?? []).filter(reached);
  for (const holder of withdrawn)
    if (!marks.has(key(holder, id)))
      marks.set(key(holder, id), { withdrawnIn: point.version, restoredIn: null });
  for (const undone of changes.targetsOf(target))
    restore(changes.idOf(undone), point, holders, marks, reached);
}

/** Taking a revert back brings the reverted change again. */
function restore(
  id: string,
  point: ReleasePoint,
  holders: ReadonlyMap<string, ReleasePoint[]>,
  marks: Map<string, Withdrawal>,
  reached: (holder: ReleasePoint) => boolean,
): void {
  for (const holder of (holders.get(id) ?? []).filter(reached)) {
    const mark = marks.get(key(holder, id));
    if (mark !== undefined && mark.restoredIn === null) mark.restoredIn = point.version;
  }
}

function grewFrom(
  later: ReleasePoint,
  earlier: ReleasePoint,
  module: string,
  history: ProductHistory,
): boolean {
  const tipOf = (point: ReleasePoint): Commit | null => {
    const place = history.releases.findIndex((release) => release.point === point);
    return history.tips.get(module)?.[place]?.commit ?? null;
  };
  const [from, to] = [tipOf(earlier), tipOf(later)];
  const graph = history.repositories.find(({ modules }) => modules.some(({ id }) => id === module))?.graph;
  return from !== null && to !== null && graph !== undefined && graph.reaches(to, from);
}
