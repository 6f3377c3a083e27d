import { FIRST_VERSIONS, thirdPartyCharts } from '../director/chart.ts';
import { WEEK_ONE } from '../director/week-one.ts';
import { WEEK_THREE } from '../director/week-three.ts';
import { WEEK_TWO } from '../director/week-two.ts';
import type { ChartPart } from '../reports/chart.ts';

/** The charts that others make and a release needs; none but Director's do. */
export function chartParts(product: string, version: string): ChartPart[] {
  if (product !== 'director') return [];
  const days = [...WEEK_ONE, ...WEEK_TWO, ...WEEK_THREE];
  const at = days.findIndex((day) => day.version === version);
  // What is not released yet needs what the last release did.
  const until = at === -1 ? days : days.slice(0, at + 1);
  const moves = until.flatMap(({ charts }) => (charts === undefined ? [] : [charts]));
  const kafka = moves.findLast((charts) => charts.kafka !== undefined)?.kafka ?? FIRST_VERSIONS.kafka;
  const redis = moves.findLast((charts) => charts.redis !== undefined)?.redis ?? FIRST_VERSIONS.redis;
  return thirdPartyCharts({ kafka, redis });
}
