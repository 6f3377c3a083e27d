import { type Durations, durations } from './figures.ts';
import type { DeliveryLog } from './log.ts';

/**
 * Time from a change's landing commit to the end of the deployment that first brought it, over the changes that came
 * in the period. DORA: "the amount of time it takes for a change to go from committed to version control to deployed
 * in production".
 */
export function changeLeadTime({ arrivals }: DeliveryLog): Durations {
  const known = arrivals.flatMap(({ leadTime }) => (leadTime === null ? [] : [leadTime]));
  return durations(known, arrivals.length, 'no-changes');
}
