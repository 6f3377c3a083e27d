import { finalOf, isPrerelease, sortByVersion } from '../../src/history/version-order.ts';
import { type AuditEvent, Fault, type Module, type Tag } from '../../src/records/index.ts';
import { instantOf } from '../parse/instant.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { Refs, TagRef } from '../sources/git/refs.ts';
import type { Commit, CommitGraph } from './graph.ts';
import { orderByHistory } from './release-order.ts';

/** A release as its tag makes it, before anything is known of its contents. */
export interface ReleasePoint {
  version: string;
  tag: Tag;
  commit: Commit;
  /** Other tags of the same version on the same commit. */
  aliases: string[];
  date: string;
  prerelease: boolean;
  events: AuditEvent[];
}

/** A product's releases in the order of history, and the tags that make none. */
export interface ReleaseLine {
  points: ReleasePoint[];
  /** Tags of the pattern that lead to no commit. */
  ignored: string[];
}

/** Finds the releases that the lead module's tags make. Throws a Fault where there is none. */
export function findReleases(refs: Refs, lead: Module, graph: CommitGraph, folder: string): ReleaseLine {
  const tagged = taggedVersions(refs, lead, graph);
  if (tagged.byVersion.size === 0)
    throw new Fault(
      `no tag of ${folder} is a release of ${lead.id}: none matches ${lead.tags.join(' or ')}`,
      {
        hint:
          refs.tags.length === 0
            ? 'The repository has no tags. Fetch them (git fetch --tags), or tag a first release.'
            : `Its tags are ${refs.tags
                .slice(0, 5)
                .map((tag) => tag.name)
                .join(', ')}… Change "tags" of the module in policy.md.`,
      },
    );
  const points = [...tagged.byVersion].map(([version, tags]) => pointOf(version, tags, lead, graph));
  return { points: orderByHistory(graph, points), ignored: tagged.ignored };
}

function taggedVersions(
  refs: Refs,
  lead: Module,
  graph: CommitGraph,
): { byVersion: Map<string, TagRef[]>; ignored: string[] } {
  const byVersion = new Map<string, TagRef[]>();
  const ignored: string[] = [];
  for (const tag of refs.tags) {
    const version = versionOfTag(tag.name, lead.tags);
    if (version === null) continue;
    if (graph.find(tag.target) === undefined) ignored.push(tag.name);
    else byVersion.set(version, [...(byVersion.get(version) ?? []), tag]);
  }
  return { byVersion, ignored };
}

/** Of several tags of one version the one of the newest pattern makes the release; the others are named. */
function pointOf(version: string, tags: TagRef[], lead: Module, graph: CommitGraph): ReleasePoint {
  const rank = (tag: TagRef): number =>
    lead.tags.findIndex((pattern) => versionOfTag(tag.name, [pattern]) !== null);
  const [chosen, ...others] = [...tags].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const commit = graph.find(chosen?.target ?? '');
  if (chosen === undefined || commit === undefined) throw new Error(`version ${version} has no tag`);
  const elsewhere = others.filter((tag) => tag.target !== chosen.target);
  return {
    version,
    tag: tagRecord(chosen),
    commit,
    aliases: others.filter((tag) => tag.target === chosen.target).map((tag) => tag.name),
    date: instantOf(chosen.taggedAt ?? commit.committedAt),
    prerelease: isPrerelease(version),
    events: elsewhere.map((tag) => ({
      kind: 'tag-ambiguous',
      text: `tag ${tag.name} means ${version} as well, but leads to ${tag.target}; ${chosen.name} is taken`,
    })),
  };
}

/** A tag as it is written in records. */
export function tagRecord(tag: TagRef): Tag {
  return { name: tag.name, kind: tag.kind, object: tag.object, commit: tag.target };
}

/** The final release that each prerelease leads to, where it is out: "3.0-beta0" leads to "3.0.0". */
export function foldPrereleases(points: readonly ReleasePoint[]): Map<ReleasePoint, ReleasePoint> {
  const finals = new Map(
    points.filter((point) => !point.prerelease).map((point) => [trimZeros(point.version), point]),
  );
  const folded = new Map<ReleasePoint, ReleasePoint>();
  for (const point of points) {
    const final = point.prerelease ? finals.get(trimZeros(finalOf(point.version))) : undefined;
    if (final !== undefined) folded.set(point, final);
  }
  return folded;
}

function trimZeros(version: string): string {
  return version.replace(/(?:\.0)+$/, '');
}

/**
 * The release that each one is described against: of those before it in history, the highest version below its
 * own, else the highest. Finals are described against finals.
 */
export function findPrevious(points: readonly ReleasePoint[]): (ReleasePoint | null)[] {
  const sorted = sortByVersion(points, (point) => point.version);
  const ranks = new Map(sorted.map((point, rank) => [point, rank]));
  const finals: number[] = [];
  const all: number[] = [];
  return points.map((point) => {
    const rank = ranks.get(point) as number;
    const before = point.prerelease ? all : finals;
    const previous = before[placeFor(rank, before) - 1] ?? before.at(-1);
    all.splice(placeFor(rank, all), 0, rank);
    if (!point.prerelease) finals.splice(placeFor(rank, finals), 0, rank);
    return previous === undefined ? null : (sorted[previous] as ReleasePoint);
  });
}

/** Binary search in ascending numbers. */
function placeFor(rank: number, ascending: readonly number[]): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
