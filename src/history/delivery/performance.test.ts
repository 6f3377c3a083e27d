import { expect, test } from 'vitest';
import { CadenceSchema } from '../../records/index.ts';
import { productClock } from '../product-clock.ts';
import { cadenceKept } from './cadence.ts';
import { monthsOf, weeksOf } from './calendar.ts';
import { deliveryLog } from './log.ts';
import { deliverySeries } from './metrics.ts';
import { deployed, facts, moment, timelineOf } from './testing/deployments.ts';

const FIRST = moment('2025-06-01T00:00');
const HOUR = 3_600_000;

/** Ten thousand deployments of as many releases with ten changes each, in little more than a year. */
const records = Array.from({ length: 10_000 }, (_, index) => {
  const at = new Date(FIRST + index * HOUR).toISOString().slice(0, 16);
  const bad = index % 10 === 9;
  return bad
    ? deployed(`1.${index - 2}`, at, { rollback: { from: `1.${index - 1}` } })
    : deployed(`1.${index}`, at, index % 3 === 0 ? { part: ['api'] } : {});
});
const changes = new Map(
  records.map((_, release) => [
    `1.${release}`,
    Array.from({ length: 10 }, (_, index) => ({
      ...{ id: `api-${release * 10 + index}`, module: 'api' },
      committedAt: FIRST + (release - 30 - index) * HOUR,
    })),
  ]),
);
const given = facts({
  changesOf: (version) => changes.get(version) ?? [],
  previousOf: (version) => (version === '1.0' ? null : `1.${Number(version.slice(2)) - 1}`),
  isUnplanned: (version) => version.endsWith('7'),
});

test('measures ten thousand deployments and a hundred thousand changes, and prints how long it takes', () => {
  const timeline = timelineOf(...records);
  const clock = productClock('America/New_York');
  const period = { from: FIRST, until: FIRST + 10_000 * HOUR };
  const cadence = CadenceSchema.parse({ rhythm: 'days', days: ['mon', 'fri'], release: '17:00' });
  const started = performance.now();
  const log = deliveryLog(timeline, given);
  const months = deliverySeries(log, monthsOf(period, clock), clock);
  deliverySeries(log, weeksOf(period, clock), clock);
  cadenceKept(log, period, { cadence, freezes: [] }, clock);
  const took = performance.now() - started;
  const measured = months.reduce((total, { metrics }) => total + metrics.leadTime.of, 0);
  console.info(`${records.length} deployments, ${measured} changes: ${took.toFixed(0)} ms`);
  expect(measured).toBeGreaterThan(99_000);
  // It takes a fifth of a second; slow machines must not fail, anything that grows with the square must.
  expect(took).toBeLessThan(5000);
});
