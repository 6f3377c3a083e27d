import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arbitraryHistory,
  deployed,
  deploymentPolicy,
  MODULES,
  RELEASES,
  rolledBack,
  TOLERANCE,
  timelineOf,
} from '../history/deployments/testing/index.ts';
import { type DeploymentEvent, deploymentTimeline } from '../history/deployments/timeline.ts';
import { type PlannedRow, plannedRows } from './plan.ts';
import type { ProductRecords, ReleaseOutline } from './product-records.ts';

const EVER = { from: '2000-01-01T00:00:00+00:00', to: '2100-01-01T00:00:00+00:00' };

/** Each release has a change of each module, and stands on the one before it. */
const OUTLINES = new Map<string, ReleaseOutline>(
  RELEASES.map((version, index) => [
    version,
    {
      date: '2026-01-01T00:00:00+00:00',
      previous: RELEASES[index - 1] ?? null,
      changes: MODULES.map((module) => ({ id: `${module}-${index + 1}`, module })),
      moved: new Set(MODULES),
    },
  ]),
);

const RECORDS: ProductRecords = {
  policy: deploymentPolicy(),
  environments: [],
  versions: RELEASES,
  outlineOf: (version) => OUTLINES.get(version) ?? null,
  dossierOf: () => null,
  claimsOf: () => null,
};

function planOf(timeline: readonly DeploymentEvent[], period = EVER): PlannedRow[] {
  return plannedRows({ id: 'production', timeline }, RECORDS, period);
}

function told(rows: readonly PlannedRow[]): string[] {
  return rows.map(({ change, event }) => `${change} ${event.record.data.at.slice(11, 16)}`);
}

describe('a row', () => {
  test('is of the deployment that brought the change, also by a release that was passed over', () => {
    const rows = planOf(timelineOf(deployed('1.0.0', { at: '10:00' }), deployed('1.2.0', { at: '11:00' })));
    expect(
      rows
        .filter(({ module }) => module === 'api')
        .map(({ change, release, event }) => [change, release, event.record.data.version]),
    ).toEqual([
      ['api-1', '1.0.0', '1.0.0'],
      ['api-2', '1.1.0', '1.2.0'],
      ['api-3', '1.2.0-RC1', '1.2.0'],
      ['api-4', '1.2.0', '1.2.0'],
    ]);
  });

  test('is of the success, and names what failed before it', () => {
    const rows = planOf(
      timelineOf(
        deployed('1.0.0', { at: '10:00' }),
        deployed('1.1.0', { at: '11:00', outcome: 'failed' }),
        deployed('1.1.0', { at: '11:30' }),
      ),
    );
    const last = rows.find(({ change }) => change === 'api-2');
    expect(last?.event.record.data.at).toContain('11:30');
    expect(last?.attempts.map(({ record }) => record.data.at.slice(11, 16))).toEqual(['11:00']);
  });

  test.each(['failed', 'running', 'unknown'] as const)('is there for a deployment that is %s', (outcome) => {
    const rows = planOf(
      timelineOf(deployed('1.0.0', { at: '10:00' }), deployed('1.1.0', { at: '11:00', outcome })),
    );
    expect(told(rows)).toContain('api-2 11:00');
  });

  test('of a failure stays in its own period when a success follows in the next', () => {
    const timeline = timelineOf(
      deployed('1.0.0', { at: '10:00' }),
      deployed('1.1.0', { at: '11:00', outcome: 'failed' }),
      deployed('1.1.0', { at: '13:00' }),
    );
    const noon = '2026-06-01T12:00:00+00:00';
    expect(told(planOf(timeline, { from: EVER.from, to: noon }))).toContain('api-2 11:00');
    expect(told(planOf(timeline, { from: noon, to: EVER.to }))).toContain('api-2 13:00');
    expect(told(planOf(timeline))).not.toContain('api-2 11:00');
  });

  test('is of one module where a deployment is of a part', () => {
    const rows = planOf(
      timelineOf(
        deployed('1.0.0', { at: '10:00', part: true, modules: ['api 1.0.0'] }),
        deployed('1.1.0', { at: '11:00' }),
      ),
    );
    expect(told(rows)).toEqual(['api-1 10:00', 'api-2 11:00', 'db-2 11:00', 'edge-2 11:00', 'web-2 11:00']);
  });

  test('is of what was on record of one module, though the release came as a whole for the first time', () => {
    const rows = planOf(
      timelineOf(
        deployed('1.0.0', { at: '10:00', part: true, modules: ['api 1.0.0'] }),
        deployed('1.2.0', { at: '11:00' }),
      ),
    );
    expect(told(rows)).toContain('api-2 11:00');
    expect(told(rows)).not.toContain('web-2 11:00');
  });

  test('is not made by a rollback, unless it goes to what never was there', () => {
    const there = timelineOf(
      deployed('1.1.0', { at: '10:00' }),
      rolledBack('1.0.0', '1.1.0', { at: '11:00' }),
    );
    expect(planOf(there).every(({ event }) => event.record.data.version === '1.1.0')).toBe(true);
    const never = timelineOf(
      deployed('1.0.0', { at: '10:00' }),
      rolledBack('1.1.0', '1.0.0', { at: '11:00' }),
    );
    expect(told(planOf(never))).toContain('api-2 11:00');
  });

  test('is there for a release that nobody knows, once', () => {
    const rows = planOf(
      timelineOf(
        deployed('1.0.0', { at: '10:00' }),
        deployed('7.0.0', { at: '11:00' }),
        deployed('7.0.0', { at: '12:00' }),
      ),
    );
    expect(rows.filter(({ change }) => change === null).map(({ id }) => id)).toEqual([
      'ledgerly/production/2026-06-01T110000-7.0.0/unproven',
    ]);
  });
});

function placeOf({ record }: DeploymentEvent): number {
  const places = new Map<string, number>(RELEASES.map((version, place) => [version, place]));
  return places.get(record.data.version) ?? -1;
}

function touches({ record }: DeploymentEvent, module: string): boolean {
  const { part, modules } = record.data;
  return part !== true || modules.some(({ id }) => id === module);
}

/**
 * What came by the records, told in another way: of each module the releases from the first on record up, which is what
 * the first success brought, or what somebody tried to deploy before it.
 */
function expected(timeline: readonly DeploymentEvent[], module: string): Map<string, string> {
  const own = timeline
    .filter((event) => touches(event, module))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const done = own.filter(({ record }) => record.data.outcome === 'succeeded');
  const [first] = done;
  if (first === undefined) return new Map();
  const tried = own.filter(
    ({ record }) => record.data.kind === 'deploy' && record.data.outcome !== 'succeeded',
  );
  const before = tried.filter(({ record }) => record.data.at < first.record.data.at).map(placeOf);
  const isDeploy = first.record.data.kind === 'deploy';
  const found = new Map<string, string>();
  let next = Math.min(placeOf(first) + (isDeploy ? 0 : 1), ...before);
  for (const event of done)
    for (; next <= placeOf(event); next += 1) found.set(`${module}-${next + 1}`, event.record.path);
  return found;
}

function keyOf({ record }: DeploymentEvent): string {
  return `${record.data.at} ${record.path}`;
}

describe('of any history', () => {
  const histories = arbitraryHistory().map(({ filed }) => deploymentTimeline(filed, TOLERANCE));

  test('every change that a success brought is one row, at the first success, and no row is there twice', () => {
    fc.assert(
      fc.property(histories, (timeline) => {
        const rows = planOf(timeline);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(new Set(rows.map(({ change }) => change)).size).toBe(rows.length);
        const brought = rows.filter(({ event }) => event.record.data.outcome === 'succeeded');
        const told = new Map(brought.map(({ change, event }) => [change, event.record.path]));
        expect(told).toEqual(new Map(MODULES.flatMap((module) => [...expected(timeline, module)])));
      }),
      { numRuns: 500 },
    );
  });

  test('two periods together have what one has, and what only failed in the first', () => {
    fc.assert(
      fc.property(histories, fc.nat(10 * 86_400), (timeline, seconds) => {
        const start = Date.parse(timeline[0]?.record.data.at ?? EVER.from);
        const cut = `${new Date(start + seconds * 1000).toISOString().slice(0, 19)}+00:00`;
        const parts = [
          ...planOf(timeline, { from: EVER.from, to: cut }),
          ...planOf(timeline, { from: cut, to: EVER.to }),
        ];
        const whole = new Set(planOf(timeline).map(({ change }) => change));
        expect(new Set(parts.map(({ change }) => change))).toEqual(whole);
        const brought = parts.filter(({ event }) => event.record.data.outcome === 'succeeded');
        expect(new Set(brought.map(({ change }) => change)).size).toBe(brought.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which it was filed is of no account', () => {
    fc.assert(
      fc.property(arbitraryHistory(), ({ filed, happened }) => {
        const ids = (records: typeof filed) =>
          planOf(deploymentTimeline(records, TOLERANCE)).map(({ id }) => id);
        expect(ids(filed)).toEqual(ids(happened.map(({ record }) => record)));
      }),
    );
  });
});
