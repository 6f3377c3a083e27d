import type { Measurements, Threshold } from '../../records/stage-report.ts';

/** A limit such as "p(95)<500" taken apart. */
export interface ThresholdParts {
  /** Name of the figure that it is held against: "http_req_duration.p95". */
  figure: string;
  limit: number;
}

const LIMIT = /^\s*(?:p\(\s*([\d.]+)\s*\)|([a-z]+))\s*(?:[<>]=?|[=!]==?)\s*(-?\d+(?:\.\d+)?)\s*$/;

/** Takes a threshold apart; null for one of another form. */
export function thresholdParts({ metric, limit }: Threshold): ThresholdParts | null {
  const [, percentile, statistic, value] = LIMIT.exec(limit) ?? [];
  if (value === undefined) return null;
  return {
    figure: `${metric}.${percentile === undefined ? statistic : `p${percentile}`}`,
    limit: Number(value),
  };
}

/** The figure that a threshold is held against; null where the report does not have it. */
export function thresholdFigure(threshold: Threshold, figures: Measurements['figures']): number | null {
  const parts = thresholdParts(threshold);
  return parts === null ? null : (figures?.[parts.figure] ?? null);
}
