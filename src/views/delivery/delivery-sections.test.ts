import { expect, test } from 'vitest';
import { deployed, facts, moment, timelineOf } from '../../history/delivery/testing/deployments.ts';
import { CadenceSchema, EnvironmentSchema } from '../../records/index.ts';
import type { DeliveryInput } from './delivery-input.ts';
import { deliverySections } from './delivery-sections.ts';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** An environment of a product that was released daily for so many months. */
function environment(id: string, months: number): DeliveryInput {
  const first = new Date(Date.UTC(2026, 12 - months, 1)).toISOString().slice(0, 10);
  return {
    environment: EnvironmentSchema.parse({ id, production: id.startsWith('production') }),
    timeline: months === 0 ? [] : timelineOf(deployed('1.0', `${first}T10:00`)),
    facts: facts(),
    policy: {
      timeZone: 'UTC',
      cadence: CadenceSchema.parse({ rhythm: 'days', days: WORKDAYS }),
      freezes: [],
    },
    now: moment('2026-12-31T12:00'),
  };
}

test('what customers use comes first, whatever the policy’s order', () => {
  const sections = deliverySections([environment('staging', 1), environment('production', 0)]);
  expect(sections.map(({ id, extent, view }) => [id, extent, view !== null])).toEqual([
    ['production', 'whole', false],
    ['staging', 'whole', true],
  ]);
});

test('the first months of all environments fit on one page', () => {
  const sections = deliverySections([environment('production', 1), environment('staging', 1)]);
  expect(sections.map(({ extent }) => extent)).toEqual(['whole', 'whole']);
});

test.each([
  [2, 'months'],
  [6, 'figures'],
])('beside a whole year of the first, %i more are shown alike: %s', (count, extent) => {
  const others = Array.from({ length: count }, (_, index) => environment(`e${index}`, 12));
  const sections = deliverySections([environment('production', 12), ...others]);
  expect(sections.map((section) => section.extent)).toEqual(['whole', ...others.map(() => extent)]);
});
