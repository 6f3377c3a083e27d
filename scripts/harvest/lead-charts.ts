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
