import { beforeEach, describe, expect, test } from 'vitest';
import { deployableLedger, NOW, tryDeploy, tryRollback } from './testing/deployed.ts';
import { measured, tryDelivery } from './testing/measured.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
let count = 0;
let ledger: TestLedger;

beforeEach(() => {
  count += 1;
  ledger = deployableLedger(space.ledger(`delivered-${count}`));
  ledger.edit('ledger/core/policy.md', (text) =>
    text.replace(
      'environments:',
      'cadence: { rhythm: days, days: [mon, tue, wed, thu, fri] }\nenvironments:',
    ),
  );
});

/** Deploys to production on days of January and February 2026, in Kolkata. */
function deployedOn(day: string, release: string, more: Parameters<typeof tryDeploy>[1] = {}) {
  const unknown = ['1.11.0', '1.12.0'].includes(release) ? {} : { module: [`core=${release}`] };
  return tryDeploy(ledger, { release, at: `${day}T17:00`, finished: `${day}T17:30`, ...unknown, ...more });
}

/** An emergency's opening, declared at noon in UTC. */
function declare(version: string, day: string): void {
  ledger.edit(`ledger/core/releases/${version}/opening.md`, () =>
    [
      '---',
      'schema: 1',
      'product: core',
      `version: "${version}"`,
      `openedAt: "${day}T12:00:00+00:00"`,
      'openedBy: sam-okoro',
      `emergency: { incident: INC-7, declaredBy: sam-okoro, declaredAt: "${day}T12:00:00+00:00" }`,
      'modules: [{ id: core, version: "1.11.1" }]',
      '---',
      '',
    ].join('\n'),
  );
}

describe('a product that was delivered', () => {
  beforeEach(async () => {
    declare('1.11.1', '2026-01-27');
    await deployedOn('2026-01-26', '1.11.0');
    // Three hours after the declaration.
    await deployedOn('2026-01-27', '1.11.1', { at: '2026-01-27T20:00', finished: '2026-01-27T20:30' });
    await deployedOn('2026-01-28', '1.11.2', { outcome: 'failed' });
    await deployedOn('2026-01-29', '1.11.2');
    await deployedOn('2026-01-30', '1.11.3', { outcome: 'unknown' });
    await deployedOn('2026-02-02', '1.12.0');
    const trigger = { trigger: 'metric', what: '5xx 4 %' } as const;
    const times = { detected: '2026-02-02T18:00', restored: '2026-02-02T19:00' };
    await tryRollback(ledger, { at: '2026-02-02T18:30', finished: '2026-02-02T19:00', ...times, ...trigger });
  });

  test('is measured with numerators and denominators, from the first record on', async () => {
    const { environments } = await measured(ledger);
    expect(environments.map(({ environment }) => environment)).toEqual(['production', 'staging']);
    expect(environments[0]).toMatchObject({
      ...{ production: true, from: '2026-01-25T18:30:00+00:00', to: NOW },
      metrics: {
        // 26 January 00:00 to 3 February 20:30 in Kolkata.
        frequency: { deployments: 4, unknown: 1, running: 0 },
        failRate: { needed: 3, of: 5, causes: { failed: 1, 'rolled-back': 1, 'unplanned-release': 1 } },
        // 3 hours from the declaration, 24 hours to the next success, an hour as the rollback says.
        recoveryTime: { deployments: 3, measured: 3, medianSeconds: 3 * 3600 },
        // The emergency and the rollback.
        reworkRate: { forced: 2, of: 6, unexplained: 0 },
      },
      cadence: { kept: 4, due: 6, missed: ['2026-01-28'], unproven: ['2026-01-30'], frozen: [] },
    });
    expect(environments[0]?.metrics?.frequency.days).toBeCloseTo(8 + 20.5 / 24, 6);
  });

  test('has no figures where nothing is recorded', async () => {
    const { environments } = await measured(ledger, { environment: 'staging' });
    expect(environments).toEqual([
      { environment: 'staging', production: false, from: null, to: NOW, metrics: null, cadence: null },
    ]);
  });

  test('is measured over the time that was asked for', async () => {
    const [production] = (await measured(ledger, { from: '2026-01-28', to: '2026-01-30' })).environments;
    expect(production).toMatchObject({
      ...{ from: '2026-01-27T18:30:00+00:00', to: '2026-01-29T18:30:00+00:00' },
      metrics: { frequency: { deployments: 1, days: 2 }, failRate: { needed: 1, of: 2 } },
      cadence: { kept: 1, due: 2 },
    });
    const [before] = (await measured(ledger, { from: '2026-01-01', to: '2026-01-10' })).environments;
    expect(before).toMatchObject({ from: null, metrics: null });
  });

  test('is told to people, with what is counted apart', async () => {
    const { code, printed } = await tryDelivery(ledger);
    expect(code).toBe(0);
    expect(printed).toBe(`core

production: Mon 2026-01-26 00:00 (Asia/Kolkata) to Tue 2026-02-03 20:30 (Asia/Kolkata)
  Deployment frequency  3.2 a week: 4 deployments in 8.9 days
  Change lead time      none: 0 of 0 changes
  Recovery time         3 hours (median): 3 of 3 deployments that needed intervention
  Change fail rate      60 %: 3 of 5 deployments, 1 failed, 1 rolled back, 1 followed by an emergency release
  Rework rate           33.3 %: 2 of 6 deployments and rollbacks
  Cadence               66.7 %: 4 of 6 days, missed 2026-01-28
                        1 of unknown outcome, not counted
                        1 of the days unproven

staging: no deployment is recorded
`);
  });

  test('answers as the real command does', async () => {
    const args = [
      'delivery',
      '--product',
      'core',
      '--environment',
      'production',
      '--to',
      '2026-02-03',
      '--json',
    ];
    const { code, printed } = await ledger.command(args);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      ...{ product: 'core', timeZone: 'Asia/Kolkata' },
      environments: [{ environment: 'production', metrics: { frequency: { deployments: 4, days: 8 } } }],
    });
  });
});

test('changes are timed from their landing, also those that a prerelease has recorded', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: add part 1 (#1)', date: '2026-02-02T09:00:00Z' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: add part 2 (#2)', date: '2026-02-03T06:00:00Z' });
  repo.tag('v1.1.0-RC1');
  repo.commit({ message: 'feat: add part 3 (#3)', date: '2026-02-03T08:00:00Z' });
  repo.tag('v1.1.0');
  const harvested = await space.harvested('landed', repo);
  harvested.edit('ledger/core/policy.md', (text) =>
    text.replace(/^modules:/m, 'environments: [{ id: production, production: true }]\nmodules:'),
  );
  await tryDeploy(harvested, { release: '1.0.0', at: '2026-02-03T09:00:00Z' });
  await tryDeploy(harvested, { release: '1.1.0', at: '2026-02-03T12:00:00Z' });
  const [production] = (await measured(harvested)).environments;
  // A day for the first, then six and four hours.
  expect(production?.metrics?.leadTime).toEqual({
    ...{ changes: 3, measured: 3, medianSeconds: 6 * 3600, ninetiethSeconds: 24 * 3600 },
  });
  expect(production?.cadence).toBeNull();
});

test.each([
  [{ environment: 'prod' }, 'core has no environment "prod"\n  It has staging, production.'],
  [{ from: 'yesterday' }, '--from yesterday: expected a time'],
  [{ to: '2026-03-01' }, '--to 2026-03-01 is still to come'],
  [{ from: '2026-02-02', to: '2026-02-02' }, '--from 2026-02-02 is not before the end of the period'],
])('%j is refused with what to do', async (more, words) => {
  const { code, said } = await tryDelivery(ledger, more);
  expect(code).toBe(2);
  expect(said).toContain(words);
});
