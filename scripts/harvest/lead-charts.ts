import type { Module } from '../../src/records/index.ts';
import type { ChartDependency } from '../parse/chart.ts';
import type { Clone } from '../sources/git/client.ts';
import { chartsAt } from './charts-at.ts';
import type { ReleasePoint } from './releases.ts';

/** What the lead's chart needs, by release: null where it cannot be read, missing where there is none. */
export type LeadCharts = ReadonlyMap<ReleasePoint, readonly ChartDependency[] | null>;

/** Where a module's chart may be: where the policy says, else in the usual places. */
export function chartFolders({ id, chart }: Module): string[] {
  return chart === undefined ? ['', `charts/${id}`, `helm/${id}`, 'chart', 'charts'] : [chart];
}

/** So many releases are looked at for a chart that the policy does not name. */
const PROBES = 32;

/**
 * Whether a repository has a chart in the usual places at any of some releases, the newest among them: most have none,
 * and need not be asked at thousands of places. A chart that came and went between two of them is read where the policy
 * names its folder.
 */
async function hasChart(clone: Clone, lead: Module, commits: readonly string[]): Promise<boolean> {
  const step = Math.max(1, Math.floor(commits.length / PROBES));
  const probes = commits.filter((_, index) => (commits.length - 1 - index) % step === 0);
  return (await chartsAt(clone, chartFolders(lead), probes)).size > 0;
}

/**
 * Reads the lead's chart at every release. History cannot be mended: a broken chart of one release is said there and
 * stops no other.
 */
export async function readLeadCharts(
  clone: Clone,
  lead: Module,
  points: readonly ReleasePoint[],
): Promise<LeadCharts> {
  const commits = points.map(({ commit }) => commit.id);
  if (lead.chart === undefined && !(await hasChart(clone, lead, commits))) return new Map();
  const found = await chartsAt(clone, chartFolders(lead), commits);
  return new Map(
    points.flatMap((point) => {
      const chart = found.get(point.commit.id);
      if (chart === undefined) return [];
      point.events.push(...chart.faults.map((text) => ({ kind: 'chart-broken' as const, text })));
      return [[point, chart.dependencies] as const];
    }),
  );
}
