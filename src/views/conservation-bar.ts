import type { Disposition } from '../records/release.ts';
import type { ConservationView } from './conservation-view.ts';

/** A piece of the bar, in thousandths of its length. */
export interface BarSegment {
  disposition: Disposition;
  x: number;
  width: number;
}

/** No part that is there gets narrower than this: a single unresolved commit among thousands must be seen. */
const NARROWEST = 8;
const GAP = 3;

/** The parts of a conservation sum as pieces of a bar of 1,000, the published ones first. */
export function barSegments({ commits, parts }: Pick<ConservationView, 'commits' | 'parts'>): BarSegment[] {
  const shown = parts.filter((part) => part.count > 0).reverse();
  const room = 1000 - GAP * Math.max(0, shown.length - 1) - NARROWEST * shown.length;
  let x = 0;
  return shown.map(({ disposition, count }) => {
    const width = Math.round((NARROWEST + (room * count) / commits) * 10) / 10;
    const segment = { disposition, x: Math.round(x * 10) / 10, width };
    x += width + GAP;
    return segment;
  });
}
