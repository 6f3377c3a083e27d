import { describe, expect, test } from 'vitest';
import { durationText, shortNumber } from '../../history/delivery/duration-text.ts';
import type { DeliveryFacts } from '../../history/delivery/facts.ts';
import {
  changes,
  deployed,
  facts,
  moment,
  type Said,
  timelineOf,
} from '../../history/delivery/testing/deployments.ts';
import { CadenceSchema, EnvironmentSchema, FreezeSchema } from '../../records/index.ts';
import { DELIVERY } from '../delivery-texts.ts';
import { barPlot } from '../plots/bar-plot.ts';
import { linePlot } from '../plots/line-plot.ts';
import { plotTable } from '../plots/plot-table.ts';
import type { DeliveryInput } from './delivery-input.ts';
import { type DeliveryView, deliveryView } from './delivery-view.ts';

const MINUTE = 60_000;
const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Two weeks of Lantern, from Monday 2 March 2026 on; the page is of Friday 13 March, noon in Kolkata. */
const RECORDS = [
  deployed('1.0', '2026-03-02T11:30'),
  deployed('1.1', '2026-03-03T11:30'),
  deployed('1.0', '2026-03-03T12:30', {
    end: '2026-03-03T12:45',
    rollback: {
      from: '1.1',
      trigger: { kind: 'metric', what: 'errors 4 %' },
      detectedAt: '2026-03-03T12:15',
    },
  }),
  deployed('1.2', '2026-03-04T11:30', { outcome: 'failed' }),
  deployed('1.3', '2026-03-05T11:30'),
  deployed('1.4', '2026-03-10T11:30', { outcome: 'unknown' }),
  deployed('1.5', '2026-03-12T11:30'),
];

const CHANGES = changes({
  '1.0': [['api-1', '2026-03-01T11:30']],
  '1.3': [['api-2', '2026-03-05T08:30']],
});

function view(more: Partial<DeliveryInput> = {}, said: Partial<DeliveryFacts> = {}): DeliveryView | null {
  return deliveryView({
    environment: EnvironmentSchema.parse({ id: 'production', name: 'Production', production: true }),
    timeline: timelineOf(...RECORDS),
    facts: facts({ changesOf: CHANGES, ...said }),
    policy: {
      timeZone: 'Asia/Kolkata',
      cadence: CadenceSchema.parse({ rhythm: 'days', days: WORKDAYS, release: '17:00' }),
      freezes: [
        FreezeSchema.parse({
          from: '2026-03-08T18:30:00+00:00',
          until: '2026-03-09T18:30:00+00:00',
          because: 'quarter',
        }),
      ],
    },
    now: moment('2026-03-13T06:30'),
    ...more,
  });
}

describe('headline figures', () => {
  const figure = (id: string) => view()?.figures.find((each) => each.id === id);

  test('say value, unit and what they are made of', () => {
    // From 2 March 00:00 to 13 March 12:00 in Kolkata: 11.5 days.
    expect(figure('frequency')).toMatchObject({
      ...{ value: '2.4', unit: 'a week', counted: '4 deployments in 11.5 days: 0.35 a day' },
      notes: ['1 deployment of unknown outcome: not counted.'],
    });
    // 24 and 3 hours.
    expect(figure('leadTime')).toMatchObject({
      ...{ value: '13.5', unit: 'hours (median)' },
      counted: 'of 2 changes; nine in ten took no more than 24 hours',
    });
    expect(figure('failRate')).toMatchObject({
      ...{ value: '40', unit: '%', counted: '2 of 5 deployments: 1 failed, 1 rolled back' },
    });
    // 30 minutes, and 24 hours until 1.3.
    expect(figure('recoveryTime')).toMatchObject({
      ...{ value: '12.3', unit: 'hours (median)' },
      counted: 'of 2 of 2 deployments that needed intervention',
    });
    expect(figure('reworkRate')).toMatchObject({
      ...{ value: '16.7', unit: '%', counted: '1 of 6 deployments and rollbacks' },
    });
  });

  test('say why there is none', () => {
    const timeline = timelineOf(deployed('1.0', '2026-03-02T11:30', { outcome: 'running' }));
    const [frequency, leadTime, recovery, failRate] = view({ timeline })?.figures ?? [];
    expect(frequency).toMatchObject({ value: '0', notes: ['1 deployment under way: not counted yet.'] });
    expect(leadTime).toMatchObject({ value: '–', unit: '', counted: expect.stringContaining('No change') });
    expect(recovery).toMatchObject({ value: '–', counted: expect.stringContaining('needed intervention') });
    expect(failRate).toMatchObject({ value: '–', counted: expect.stringContaining('No deployment') });
  });

  test('are each defined in one sentence', () => {
    for (const { definition } of view()?.figures ?? [])
      expect(definition.match(/\.(?= |$)/g)).toHaveLength(1);
  });

  test('say since when anything is known, and are none where nothing is', () => {
    expect(view()?.notes).toEqual([DELIVERY.begin('2 March 2026')]);
    expect(view({ now: moment('2027-09-01T00:00') })?.notes).toEqual([]);
    expect(view({ timeline: [] })).toBeNull();
  });
});

describe('the cadence', () => {
  test('is told by days, month and week', () => {
    const cadence = view()?.cadence;
    // Nine weekdays were over by 13 March, and 9 March was frozen.
    expect(cadence?.figure).toMatchObject({
      ...{ value: '4 of 8', unit: 'weekdays kept', counted: 'Missed: 4 Mar, 6 Mar, 11 Mar' },
      notes: ['1 day unproven: no known outcome.', '1 day left out because of a freeze.'],
    });
    expect(cadence?.table?.rows).toEqual([['Mar 2026', '4 Mar, 6 Mar, 11 Mar', '10 Mar', '8', '4']]);
    expect(cadence?.calendar?.weekdays).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
    expect(cadence?.calendar?.weeks.map(({ label }) => label)).toEqual(['9 Mar', '2 Mar']);
    expect(cadence?.calendar?.weeks[0]?.days.map((day) => day?.text)).toEqual([
      ...['9 Mar: freeze', '10 Mar: unproven', '11 Mar: missed', '12 Mar: kept'],
      // Not over yet.
      undefined,
    ]);
    expect(cadence?.calendar?.legend.map(({ text }) => text)).toEqual([
      ...['kept', 'missed', 'unproven', 'freeze'],
    ]);
  });

  test('says that "asap" has none, and is counted by month only then', () => {
    const cadence = CadenceSchema.parse({});
    const asap = view({ policy: { timeZone: 'UTC', cadence, freezes: [] } });
    expect(asap?.cadence).toMatchObject({ table: null, calendar: null });
    expect(asap?.cadence.figure.counted).toContain('as soon as possible');
    expect(asap?.weeks).toBeNull();
  });

  test('names a single day', () => {
    const cadence = CadenceSchema.parse({ rhythm: 'days', days: ['tue'] });
    const weekly = view({ policy: { timeZone: 'UTC', cadence, freezes: [] } });
    expect(weekly?.cadence.figure).toMatchObject({ value: '1 of 2', unit: 'Tuesdays kept' });
  });
});

describe('series', () => {
  test('are by week from Monday on, with all figures in a table, the newest first', () => {
    const weeks = view()?.weeks;
    expect(weeks?.table.rows).toEqual([
      ['9 Mar, in part', '1', '1.6', '0', '–', '–', '0 of 1', '–', '0 of 1', '1'],
      ['2 Mar', '3', '3', '2', '13.5 hours', '24 hours', '2 of 4', '12.3 hours', '1 of 5', '0'],
    ]);
    expect(weeks?.bars?.points).toEqual(['2 Mar', '9 Mar']);
  });

  test('go twelve months back, over the turn of the year', () => {
    const timeline = timelineOf(deployed('0.9', '2024-01-01T00:00'), ...RECORDS);
    const months = view({ timeline })?.months;
    expect(months?.bars?.points).toHaveLength(12);
    expect(months?.bars?.points.slice(0, 1)).toEqual(['Apr ’25']);
    expect(months?.bars?.points.at(-1)).toBe('Mar ’26');
    expect(months?.table.rows[1]?.slice(0, 3)).toEqual(['Feb 2026', '0', '0']);
  });

  test('have a mark only where there is a value, and names of their own', () => {
    const timeline = timelineOf(...RECORDS, deployed('1.6', '2026-03-17T11:30'));
    const changesOf = changes({
      '1.0': [['api-1', '2026-03-01T11:30']],
      '1.3': [['api-2', '2026-03-05T08:30']],
      '1.6': [['api-3', '2026-03-17T08:30']],
    });
    const later = view({ timeline, now: moment('2026-03-18T06:30') }, { changesOf });
    const [leadTime, ...others] = later?.weeks?.lines ?? [];
    expect(new Set([leadTime?.id, ...others.map(({ id }) => id)]).size).toBe(1 + others.length);
    expect(leadTime).toMatchObject({ unit: 'hours', head: 'Week from' });
    expect(leadTime?.series.map(({ values }) => values)).toEqual([
      [13.5, null, 3],
      [24, null, 3],
    ]);
    if (leadTime === undefined) throw new Error('there is a lead time');
    expect(linePlot(leadTime).lines[0]?.marks.map(({ text }) => text)).toEqual([
      ...['2 Mar, median: 13.5 hours', '16 Mar, median: 3 hours'],
    ]);
    expect(plotTable(leadTime).columns[0]).toEqual({ text: 'Week from' });
  });

  test('are drawn from two points on', () => {
    expect(view()?.weeks?.lines.map(({ title }) => title)).toEqual([DELIVERY.plots.instability.title]);
    expect(view()?.months).toMatchObject({ bars: null, lines: [], table: { rows: [expect.anything()] } });
  });
});

describe('bars', () => {
  test('stand on each other and amount to all deployments', () => {
    const data = view()?.weeks?.bars;
    if (data == null) throw new Error('there are weeks');
    const plot = barPlot(data);
    expect(plot.totals.map(({ text }) => text)).toEqual(['4', '2']);
    expect(plot.parts.map(({ text }) => text)).toEqual([
      '2 Mar, no intervention: 2',
      '2 Mar, needed intervention: 2',
      '9 Mar, no intervention: 1',
      '9 Mar, unproven: 1',
    ]);
    const [fine, bad] = plot.parts;
    expect((bad?.y ?? 0) + (bad?.height ?? 0)).toBeCloseTo(fine?.y ?? 0, 6);
    expect((fine?.y ?? 0) + (fine?.height ?? 0)).toBe(plot.bottom);
    expect(plot.legend.map(({ name }) => name)).toEqual([
      'no intervention',
      'needed intervention',
      'unproven',
    ]);
  });

  test('tell what an incident forced from what was planned', () => {
    const data = view({}, { isUnplanned: (version) => version === '1.5' })?.weeks?.bars;
    if (data == null) throw new Error('there are weeks');
    // 1.5 mends 1.4, of which nobody knew how it had ended.
    expect(
      barPlot(data)
        .parts.slice(2)
        .map(({ text }) => text),
    ).toEqual([...['9 Mar, emergency release: 1', '9 Mar, needed intervention: 1']]);
  });

  test('are no blocks where there are few', () => {
    const data = view()?.weeks?.bars;
    if (data == null) throw new Error('there are weeks');
    expect(Math.max(...barPlot(data).parts.map(({ width }) => width))).toBeLessThan(60);
  });

  test('hold where there is nothing to draw', () => {
    const nothing = {
      id: 'b',
      title: 'B',
      description: 'D',
      unit: 'u',
      head: 'h',
      points: ['a'],
      limits: [],
      further: 0,
    };
    const plot = barPlot({ ...nothing, series: [], fromZero: true, format: String });
    expect(plot).toMatchObject({ parts: [], legend: [], totals: [{ text: '0' }] });
    expect(JSON.stringify(plot)).not.toContain('null');
  });
});

test('durations are in the unit that people would choose', () => {
  expect([90, 119, 120, 2879, 2880, 14_400].map((minutes) => durationText(minutes * MINUTE))).toEqual([
    ...['90 minutes', '119 minutes', '2 hours', '48 hours', '2 days', '10 days'],
  ]);
  expect([0, 0.125, 1.25, 1234.5].map(shortNumber)).toEqual(['0', '0.13', '1.3', '1,234.5']);
});

test('numbers that are missing from a counted history are told', () => {
  const numbered = (version: string, at: string, revision: number, said: Said = {}) => {
    const record = deployed(version, at, said);
    const modules = record.data.modules.map((module) => ({ ...module, revision }));
    return { ...record, data: { ...record.data, modules } };
  };
  const timeline = timelineOf(
    numbered('1.0', '2026-03-02T11:30', 7),
    numbered('1.1', '2026-03-05T11:30', 10),
  );
  // Two numbers, in the histories of two modules; the first six were before the records.
  expect(view({ timeline })?.notes).toContain(DELIVERY.notes.gaps(4));
});
