import type { RecordedDeployment } from '../../deployments/timeline.ts';
import { productClock } from '../../product-clock.ts';
import type { DeliveryFacts } from '../facts.ts';
import { deliveryLog } from '../log.ts';
import { type DeliveryMetrics, deliveryMetrics } from '../metrics.ts';
import { facts, moment, timelineOf } from './deployments.ts';

const MARCH = { from: moment('2026-03-01T00:00'), until: moment('2026-04-01T00:00') };

/** The metrics of March 2026 in UTC. */
export function march(
  records: readonly RecordedDeployment[],
  said: Partial<DeliveryFacts> = {},
): DeliveryMetrics {
  return deliveryMetrics(deliveryLog(timelineOf(...records), facts(said)), MARCH, productClock('UTC'));
}
