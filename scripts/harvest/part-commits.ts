import { hasMoved } from '../../src/history/part-move.ts';
import type { Module, Policy, ReleasePart } from '../../src/records/index.ts';
import type { ChartDependency } from '../parse/chart.ts';
import { commitsTouching } from '../sources/git/files.ts';
import { type ChartAt, chartFiles, chartsAt } from './charts-at.ts';
import type { Commit } from './graph.ts';
import { chartFolders } from './lead-charts.ts';
import type { LoadedRepository } from './load.ts';
import type { HarvestedRelease } from './product-history.ts';
import { thirdParty } from './third-party-parts.ts';

/** A release that moves parts. */
interface MovedRelease {
  release: HarvestedRelease;
  parts: readonly ReleasePart[];
}

type CommitsOf = (release: HarvestedRelease, part: ReleasePart) => Pick<ReleasePart, 'commits'>;

/**
 * Finds the commits that moved parts: those of a release's range at which the chart says something else of a part
 * than at their parent. Three processes for the whole history, none where nothing moved.
 */
export async function partCommits(
  moved: readonly MovedRelease[],
  module: Module,
  policy: Policy,
  lead: LoadedRepository,
): Promise<CommitsOf> {
  if (moved.length === 0) return () => ({});
  const folders = chartFolders(module);
  const touching = await commitsTouching(lead.clone, ...chartFiles(folders));
  const ranges = new Map(moved.map(({ release }) => [release, rangeOf(release, touching, lead)]));
  const commits = [...ranges.values()].flat();
  const ids = new Set(commits.flatMap(({ id, parents }) => [id, ...parents.map((parent) => parent.id)]));
  const charts = await chartsAt(lead.clone, folders, [...ids]);
  return (release, part) => {
    if (!hasMoved(part)) return {};
    const movers = (ranges.get(release) ?? []).filter((commit) => moves(commit, part, charts, policy));
    return movers.length === 0 ? {} : { commits: movers.map(({ id }) => id) };
  };
}

function rangeOf(
  { account }: HarvestedRelease,
  touching: ReadonlySet<string>,
  lead: LoadedRepository,
): Commit[] {
  return account
    .fates()
    .filter(({ commit }) => touching.has(commit))
    .flatMap(({ commit }) => lead.graph.find(commit) ?? []);
}

function moves(
  { id, parents }: Commit,
  part: ReleasePart,
  charts: ReadonlyMap<string, ChartAt>,
  policy: Policy,
): boolean {
  const versionAt = (commit: string | undefined) => versionIn(charts.get(commit ?? ''), part, policy);
  return versionAt(id) !== versionAt(parents[0]?.id);
}

function versionIn(chart: ChartAt | undefined, part: ReleasePart, policy: Policy): string | null {
  const dependencies: readonly ChartDependency[] = chart?.dependencies ?? [];
  const parts = thirdParty(dependencies, policy).filter(({ name }) => name === part.name);
  return (parts.find(({ alias }) => alias === part.alias) ?? parts[0])?.version ?? null;
}
